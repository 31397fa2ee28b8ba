package io.countersign.reading;

import java.util.List;
import java.util.Set;

import io.countersign.reading.VerdictReading.Label;

/**
 * What an answer most likely is by all of its words.
 *
 * @param margin by how much they speak more for an approval than for anything else
 */
record AnswerLeaning(Label likeliest, double margin) {

	private static final Fragment RECEIVER = Fragment.of("=receiver ");

	private static final LinearChoice MODEL = LinearChoice.shipped("answers.txt");

	private static final int APPROVED = MODEL.labels().indexOf(Label.APPROVED.name());

	/**
	 * @param features those of {@link AssentFeatures} for all its words; one is added
	 */
	static AnswerLeaning of(AnswerParts answer, Features features) {
		addReceiver(answer.text(), answer.sentences().stream().map(answer::words).toList(), answer.books().first(),
				features);
		var sums = MODEL.sums(features);
		var best = LinearChoice.highest(sums, -1);
		return new AnswerLeaning(Label.valueOf(MODEL.labels().get(best)),
				sums[APPROVED] - sums[LinearChoice.highest(sums, APPROVED)]);
	}

	/** Its words, and whether somebody stands in it who may be the one to decide. */
	static void add(Words words, String text, Phrasebook book, Features features) {
		AssentFeatures.add(words, Glossary.of(book.code()), features);
		addReceiver(text, Sentences.words(text, Set.of()), book, features);
	}

	private static void addReceiver(String text, List<Words> sentences, Phrasebook book, Features features) {
		features.add(RECEIVER.then(Fragment.of(new Receivers(book).weight(text, sentences))));
	}

}
