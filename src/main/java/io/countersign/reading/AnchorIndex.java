package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What is known of the words that anchor phrases. A word is compared only with beginnings
 * of its own first letter.
 *
 * @param <T> what is known
 */
final class AnchorIndex<T> {

	private final Map<String, List<T>> words = new HashMap<>();

	private final Map<Character, List<Beginning<T>>> beginnings = new HashMap<>();

	private final BinaryOperator<T> joined;

	/**
	 * @param joined what is known when two things are; it may change the first, which the
	 * index does not keep
	 */
	AnchorIndex(BinaryOperator<T> joined) {
		this.joined = joined;
	}

	void add(Anchors anchors, T known) {
		anchors.words().forEach((word) -> this.words.computeIfAbsent(word, (_) -> new ArrayList<>(1)).add(known));
		anchors.beginnings()
			.forEach((letters) -> this.beginnings.computeIfAbsent(letters.charAt(0), (_) -> new ArrayList<>())
				.add(new Beginning<>(letters, known)));
	}

	/** Joins what is known of a word with what is known already. */
	T join(String word, T already) {
		var known = already;
		for (var one : this.words.getOrDefault(word, List.of())) {
			known = this.joined.apply(known, one);
		}
		for (var one : this.beginnings.getOrDefault(word.charAt(0), List.of())) {
			if (word.startsWith(one.letters())) {
				known = this.joined.apply(known, one.known());
			}
		}
		return known;
	}

	private record Beginning<T>(String letters, T known) {
	}

}
