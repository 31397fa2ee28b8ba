package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.Set;

import io.countersign.reading.VerdictReading.Label;

/**
 * What an answer most likely is by all of its words.
 *
 * @param margin by how much they speak more for an approval than for anything else
 */
record AnswerLeaning(Label likeliest, double margin) {

	private static final String RECEIVER = "=receiver ";

	private static final LinearChoice MODEL = LinearChoice.shipped("answers.txt");

	private static final int APPROVED = MODEL.labels().indexOf(Label.APPROVED.name());

	/**
	 * @param features those of {@link AssentFeatures} for all its words
	 */
	static AnswerLeaning of(AnswerParts answer, Set<String> features) {
		var sums = MODEL.sums(features(features, answer.text(), answer.books().first()));
		var best = LinearChoice.highest(sums, -1);
		return new AnswerLeaning(Label.valueOf(MODEL.labels().get(best)),
				sums[APPROVED] - sums[LinearChoice.highest(sums, APPROVED)]);
	}

	/** Its words, and whether somebody stands in it who may be the one to decide. */
	static Set<String> features(Words words, String text, Phrasebook book) {
		return features(AssentFeatures.of(words, Glossary.of(book.code())), text, book);
	}

	private static Set<String> features(Set<String> assent, String text, Phrasebook book) {
		var features = new LinkedHashSet<>(assent);
		features.add(RECEIVER + new Receivers(book).weight(text));
		return features;
	}

}
