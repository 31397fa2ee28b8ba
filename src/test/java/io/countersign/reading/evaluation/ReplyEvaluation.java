package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.countersign.reading.Reader;

/** How well answers are read: what was newly written, and which verdict it holds. */
final class ReplyEvaluation implements Section {

	private final Reader reader = new Reader();

	@Override
	public String title() {
		return "Answers";
	}

	@Override
	public void evaluate(Folders folders, PrintStream out) {
		var own = folders.own("replies").stream().map(ReplyExample::new).toList();
		measure("Shared corpus", folders.shared("replies").stream().map(ReplyExample::new).toList(), out);
		measure("Own examples, for development", held(own, false), out);
		measure("Own examples, held out", held(own, true), out);
		measure("Own lines, for development", lines(folders, false), out);
		measure("Own lines, held out", lines(folders, true), out);
		measure("Own examples of traps, all held out",
				folders.own("held-out-replies").stream().map(ReplyExample::new).toList(), out);
	}

	private static List<ReplyExample> lines(Folders folders, boolean out) {
		return folders.lines().stream().filter((line) -> line.isHeldOut() == out).flatMap(Line::dressed).toList();
	}

	private static List<ReplyExample> held(List<ReplyExample> examples, boolean out) {
		return examples.stream().filter((reply) -> reply.example().isHeldOut() == out).toList();
	}

	private void measure(String name, List<ReplyExample> examples, PrintStream out) {
		if (examples.isEmpty()) {
			return;
		}
		var all = new ReplyScore();
		var languages = new TreeMap<String, ReplyScore>();
		var traps = new TreeMap<String, ReplyScore>();
		for (var example : examples) {
			var reading = this.reader.read(example.mail());
			for (var score : List.of(all, languages.computeIfAbsent(example.language(), (key) -> new ReplyScore()),
					traps.computeIfAbsent(example.trap(), (key) -> new ReplyScore()))) {
				score.add(example, reading);
			}
		}
		languages.forEach((language, score) -> score.print("%s, %s".formatted(name, language), out));
		all.print(name + ", all", out);
		out.println("-- " + name + ", by kind");
		traps.forEach((trap, score) -> out.printf("  %-14s %s%n", trap, score.line()));
		out.println("-- " + name + ", worst");
		out.println(all.worst().stream().limit(worst()).collect(Collectors.joining("\n")));
	}

	private static int worst() {
		return Integer.getInteger("worst", 20);
	}

}
