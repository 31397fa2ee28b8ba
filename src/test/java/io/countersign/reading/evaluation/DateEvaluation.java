package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import io.countersign.reading.Reader;

/** How well single words for days and times are understood. */
final class DateEvaluation implements Section {

	private final Reader reader = new Reader();

	@Override
	public String title() {
		return "Days and times";
	}

	@Override
	public void evaluate(Folders folders, PrintStream out) {
		for (var language : DatePhrase.LANGUAGES) {
			var phrases = DatePhrase.of(folders.own(), language);
			var wrong = new ArrayList<String>();
			var invented = 0;
			for (var phrase : phrases) {
				var read = phrase.read(this.reader);
				if (!read.equals(phrase.expected())) {
					wrong.add("  %s: %s, not %s".formatted(phrase.words(), read, phrase.expected()));
					invented += (phrase.isNoDay() && DatePhrase.isDay(read)) ? 1 : 0;
				}
			}
			var right = phrases.size() - wrong.size();
			out.printf("%s: %d of %d right (%.3f), days invented %d of %d%n", language, right, phrases.size(),
					(double) right / phrases.size(), invented, phrases.stream().filter(DatePhrase::isNoDay).count());
			wrong.forEach(out::println);
			count(DatePhrase.unseen(folders.own(), language), language, out);
		}
	}

	/** Their words stay unseen, so that they go on telling how others are understood. */
	private void count(List<DatePhrase> unseen, String language, PrintStream out) {
		var right = unseen.stream().filter((phrase) -> phrase.read(this.reader).equals(phrase.expected())).count();
		var none = unseen.stream().filter(DatePhrase::isNoDay).toList();
		var invented = none.stream().filter((phrase) -> DatePhrase.isDay(phrase.read(this.reader))).count();
		out.printf("%s, unseen: %d of %d right (%.3f), days invented %d of %d%n", language, right, unseen.size(),
				(double) right / unseen.size(), invented, none.size());
	}

}
