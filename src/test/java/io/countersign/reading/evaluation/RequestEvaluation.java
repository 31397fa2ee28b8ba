package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.countersign.reading.Reader;

/** How well requests are read: what is asked, of whom, and by when. */
final class RequestEvaluation implements Section {

	private final Reader reader = new Reader();

	@Override
	public String title() {
		return "Requests";
	}

	@Override
	public void evaluate(Folders folders, PrintStream out) {
		var own = folders.own("requests").stream().map(RequestExample::new).toList();
		measure("Shared corpus", folders.shared("requests").stream().map(RequestExample::new).toList(), true, out);
		measure("Own examples, for development", held(own, false), true, out);
		measure("Own examples, held out", held(own, true), false, out);
		folders.freshRequests().forEach((name, requests) -> measure(name, requests, true, out));
		folders.unseenRequests().forEach((name, requests) -> measure(name, requests, false, out));
	}

	private static List<RequestExample> held(List<RequestExample> examples, boolean out) {
		return examples.stream().filter((request) -> request.example().isHeldOut() == out).toList();
	}

	private void measure(String name, List<RequestExample> examples, boolean showWorst, PrintStream out) {
		if (examples.isEmpty()) {
			return;
		}
		var all = new RequestScore();
		var languages = new TreeMap<String, RequestScore>();
		for (var example : examples) {
			var reading = this.reader.read(example.mail());
			all.add(example, reading);
			languages.computeIfAbsent(example.language(), (key) -> new RequestScore()).add(example, reading);
		}
		languages.forEach((language, score) -> score.print("%s, %s".formatted(name, language), out));
		all.print(name + ", all", out);
		if (showWorst) {
			out.println("-- " + name + ", worst");
			out.println(all.worst().stream().limit(Integer.getInteger("worst", 20)).collect(Collectors.joining("\n")));
		}
	}

}
