package io.countersign.reading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.countersign.reading.RequestReading.Intent;

/**
 * What a mail wants by all of its words together: most mails ask in words no phrase has.
 */
final class Leanings {

	private static final LinearChoice MODEL = LinearChoice.shipped("intents.txt");

	/** "Dear Ms Holm," */
	private static final int LONGEST_GREETING = 3;

	private final Statement subject;

	private final List<Statement> statements;

	private final Glossary glossary;

	private final double[] sums;

	Leanings(Statement subject, List<Statement> statements, Glossary glossary) {
		this.glossary = glossary;
		this.subject = subject;
		this.statements = statements;
		this.sums = MODEL.sums(IntentFeatures.of(subject.words(), statements, glossary));
	}

	/** What it wants, the likeliest first. */
	List<Intent> order() {
		return Stream.of(Intent.values()).sorted(Comparator.comparingDouble((intent) -> -sum(intent))).toList();
	}

	/** By how much its words speak more for this than for anything else. */
	double margin(Intent intent) {
		var place = MODEL.labels().indexOf(intent.name());
		return this.sums[place] - this.sums[LinearChoice.highest(this.sums, place)];
	}

	private double sum(Intent intent) {
		return this.sums[MODEL.labels().indexOf(intent.name())];
	}

	/**
	 * The sentence that says so most clearly, a greeting only where nothing else is said;
	 * the subject where there is none.
	 */
	Statement clearest(Intent intent) {
		var label = MODEL.labels().indexOf(intent.name());
		var sentences = this.statements.stream().filter((one) -> one.words().size() > LONGEST_GREETING).toList();
		return (sentences.isEmpty() ? this.statements : sentences).stream()
			.max(Comparator.comparingDouble((one) -> sum(one, label)))
			.orElse(this.subject);
	}

	private double sum(Statement statement, int label) {
		return MODEL.sums(IntentFeatures.of(Words.of(""), List.of(statement), this.glossary))[label];
	}

}
