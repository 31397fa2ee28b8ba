package io.countersign.journal;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * The data of an entry in two parts, so that what people wrote can be forgotten and the
 * chain still holds (DP-3).
 *
 * @param sealed what the entry's hash is over: in place of words a salted hash of them
 * @param words by their place in the data, each with its salt; none once forgotten
 */
record Said(Map<String, Object> sealed, Map<String, Object> words) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SALT = 16;

	private static final Set<String> PARTS = Set.of("salt", "value");

	/** The one name in what stands for words. */
	private static final String HASH = "words_sha256";

	/**
	 * @param places of words in the data; the names on the way to one are parted by dots
	 */
	static Said of(Map<String, ?> data, Collection<String> places) {
		var sealed = new LinkedHashMap<String, Object>(data);
		var words = new LinkedHashMap<String, Object>();
		for (var place : places) {
			change(sealed, place.split("\\."), 0, (value) -> {
				if (isEmpty(value)) {
					return value;
				}
				var word = Map.of("salt", salt(), "value", value);
				words.put(place, word);
				return hash(word);
			});
		}
		return new Said(sealed, words);
	}

	/** As it was said; without what has been forgotten. */
	Map<String, Object> data() {
		var data = new LinkedHashMap<>(this.sealed);
		this.words.forEach((place, word) -> change(data, place.split("\\."), 0, (hash) -> value(word, hash)));
		return shown(data);
	}

	/** Whether the words are those that the entry has the hashes of. */
	boolean isWhatWasWritten() {
		return this.words.entrySet()
			.stream()
			.allMatch((word) -> word.getValue() instanceof Map<?, ?> map && map.keySet().equals(PARTS)
					&& at(word.getKey()).filter(hash(map)::equals).isPresent());
	}

	/** Whether words of it are gone. */
	boolean isForgotten() {
		return hashes(this.sealed) > this.words.size();
	}

	private Optional<Object> at(String place) {
		@Nullable Object value = this.sealed;
		for (var name : place.split("\\.")) {
			value = (value instanceof Map<?, ?> map) ? map.get(name) : null;
		}
		return Optional.ofNullable(value);
	}

	private static void change(Map<String, Object> in, String[] place, int at, UnaryOperator<Object> change) {
		var value = in.get(place[at]);
		if (value == null) {
			return;
		}
		if (at == place.length - 1) {
			in.put(place[at], change.apply(value));
		}
		else if (value instanceof Map<?, ?> map) {
			var inner = named(map);
			change(inner, place, at + 1, change);
			in.put(place[at], inner);
		}
	}

	private static Object value(Object word, Object otherwise) {
		return (word instanceof Map<?, ?> map && map.get("value") instanceof Object value) ? value : otherwise;
	}

	private static Map<String, Object> named(Map<?, ?> map) {
		var named = new LinkedHashMap<String, Object>();
		map.forEach((name, value) -> named.put(String.valueOf(name), value));
		return named;
	}

	private static Map<String, Object> shown(Map<?, ?> data) {
		var shown = new LinkedHashMap<String, Object>();
		data.forEach((name, value) -> {
			if (!isHash(value)) {
				shown.put(String.valueOf(name), (value instanceof Map<?, ?> inner) ? shown(inner) : value);
			}
		});
		return shown;
	}

	private static int hashes(Map<?, ?> data) {
		return data.values()
			.stream()
			.mapToInt((value) -> isHash(value) ? 1 : (value instanceof Map<?, ?> inner) ? hashes(inner) : 0)
			.sum();
	}

	private static boolean isHash(@Nullable Object value) {
		return value instanceof Map<?, ?> map && map.keySet().equals(Set.of(HASH));
	}

	private static boolean isEmpty(Object value) {
		return value.equals("") || (value instanceof Collection<?> some && some.isEmpty());
	}

	/** The SHA-256 of the canonical JSON (RFC 8785) of salt and value. */
	private static Map<String, String> hash(Map<?, ?> word) {
		return Map.of(HASH, Seal.sha256(Seal.canonical(named(word))));
	}

	private static String salt() {
		var salt = new byte[SALT];
		RANDOM.nextBytes(salt);
		return HexFormat.of().formatHex(salt);
	}

}
