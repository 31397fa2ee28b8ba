package io.countersign.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What has been found out of words, for most words of a mail stood in another before. How
 * many are remembered is bounded.
 *
 * @param <T> what is found
 */
final class WordMemory<T> {

	private static final int MOST = 20_000;

	private static final int LONGEST = 40;

	private final Function<String, T> finding;

	private final Map<String, T> known = new ConcurrentHashMap<>();

	/**
	 * @param finding always finds the same of the same word
	 */
	WordMemory(Function<String, T> finding) {
		this.finding = finding;
	}

	T of(String word) {
		var known = this.known.get(word);
		return (known != null) ? known : find(word);
	}

	private T find(String word) {
		var found = this.finding.apply(word);
		if (word.length() <= LONGEST) {
			if (this.known.size() >= MOST) {
				this.known.clear();
			}
			this.known.put(word, found);
		}
		return found;
	}

}
