package io.countersign.reading;

import java.util.List;

import io.countersign.reading.RequestReading.Intent;

/**
 * What a mail wants by all of its words together: most mails ask in words no phrase has.
 */
final class Leanings {

	/** What a phrase adds to what it says. */
	private static final double PHRASE = 2;

	/** One request too many costs a leader's time, so it has to be the more likely. */
	private static final double RESERVE = 0.5;

	private static final double LOWEST = 0.5;

	private static final double HIGHEST = 0.97;

	private static final LinearChoice MODEL = LinearChoice.shipped("intents.txt");

	private final Statement subject;

	private final List<Statement> statements;

	private final Glossary glossary;

	Leanings(Statement subject, List<Statement> statements, Glossary glossary) {
		this.glossary = glossary;
		this.subject = subject;
		this.statements = statements;
	}

	/** What it wants, where an unsure phrase says this. */
	Leaning beside(Intent read) {
		var sums = MODEL.sums(IntentFeatures.of(this.subject.words(), this.statements, this.glossary));
		sums[MODEL.labels().indexOf(read.name())] += PHRASE;
		sums[MODEL.labels().indexOf(Intent.APPROVAL_REQUEST.name())] -= RESERVE;
		var first = highest(sums, -1);
		var second = highest(sums, first);
		var likely = LinearModel.likelihood(sums[first] - sums[second]);
		return new Leaning(Intent.valueOf(MODEL.labels().get(first)), Math.clamp(likely, LOWEST, HIGHEST));
	}

	/** The sentence that says so most clearly; the subject where there is none. */
	Statement clearest(Intent intent) {
		var label = MODEL.labels().indexOf(intent.name());
		var best = this.subject;
		var most = Double.NEGATIVE_INFINITY;
		for (var statement : this.statements) {
			var sum = MODEL.sums(IntentFeatures.of(Words.of(""), List.of(statement), this.glossary))[label];
			if (sum > most) {
				most = sum;
				best = statement;
			}
		}
		return best;
	}

	private static int highest(double[] sums, int but) {
		var best = (but == 0) ? 1 : 0;
		for (var at = 0; at < sums.length; at++) {
			if (at != but && sums[at] > sums[best]) {
				best = at;
			}
		}
		return best;
	}

	/**
	 * @param confidence from 0.5 to 0.97
	 */
	record Leaning(Intent intent, double confidence) {
	}

}
