package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.countersign.reading.Reader;

/** The sets that were written before anybody looked at the phrases, each by itself. */
final class FreshEvaluation implements Section {

	private final Reader reader = new Reader();

	@Override
	public String title() {
		return "Fresh";
	}

	@Override
	public void evaluate(Folders folders, PrintStream out) {
		folders.fresh()
			.forEach((name, replies) -> out
				.println(measure(name, replies.stream().map(FreshReply::example).toList(), out)));
		folders.unseen().forEach((name, replies) -> measure(name, replies, out));
	}

	/** The worst of a set, after its counts. */
	private String measure(String name, List<ReplyExample> replies, PrintStream out) {
		var all = new ReplyScore();
		var languages = new TreeMap<String, ReplyScore>();
		for (var example : replies) {
			var reading = this.reader.read(example.mail());
			all.add(example, reading);
			languages.computeIfAbsent(example.language(), (key) -> new ReplyScore()).add(example, reading);
		}
		all.print(name, out);
		languages.forEach((language, score) -> out.printf("  %s  %s%n", language, score.line()));
		return all.worst().stream().limit(Integer.getInteger("worst", 20)).collect(Collectors.joining("\n"));
	}

}
