package io.countersign.reading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the forms of a word have in common, so that "flyt" is found in "flytte" and "hire"
 * in "hiring". It is no word of its own, and of two words that only look alike it may be
 * the same.
 */
final class BaseForm {

	static final int SHORTEST = 3;

	/** Endings of the five languages, the longest first. */
	private static final List<String> ENDINGS = Stream
		.of("elserne", "elsens", "elsen", "else", "ningerne", "ningen", "ning", "ungen", "ung", "ingen", "ing", "erede",
				"eres", "erer", "ere", "ende", "erne", "ene", "erna", "arna", "orna", "edes", "ede", "ets", "ens",
				"ers", "et", "en", "er", "es", "ed", "te", "st", "e", "a", "s", "t")
		.sorted(Comparator.comparingInt(String::length).reversed())
		.toList();

	private static final WordMemory<String> KNOWN = new WordMemory<>(BaseForm::find);

	private BaseForm() {
	}

	/** "Flyt" is no form of "fly". */
	private static int shortest(String ending) {
		return (ending.equals("t") || ending.equals("s")) ? SHORTEST + 1 : SHORTEST;
	}

	/** Of a word in small letters. */
	static String of(String word) {
		return KNOWN.of(word);
	}

	private static String find(String word) {
		var base = ENDINGS.stream()
			.filter((ending) -> word.endsWith(ending) && word.length() - ending.length() >= shortest(ending))
			.findFirst()
			.map((ending) -> word.substring(0, word.length() - ending.length()))
			.orElse(word);
		var last = base.length() - 1;
		return (last >= SHORTEST && base.charAt(last) == base.charAt(last - 1)
				&& "aeiouyæøåäö".indexOf(base.charAt(last)) < 0) ? base.substring(0, last) : base;
	}

}
