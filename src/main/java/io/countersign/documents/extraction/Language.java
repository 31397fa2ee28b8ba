package io.countersign.documents.extraction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a language by its commonest words that the others do not have. */
enum Language {

	DA("og i at er af en den til det på de som ikke der med har for et ikke kan vi fra også efter eller hvis være blev "
			+ "mellem uden nogle meget skal noget hvordan hvor ved få bliver nævnt udvalg jeg"),

	NB("og i at er av en den til det på de som ikke der med har for et kan vi fra også etter eller hvis være ble mellom "
			+ "uten noen mye skal noe hvordan hvor ved få blir jeg"),

	SV("och i att är av en den till det på de som inte där med har för ett kan vi från också efter eller om vara blev "
			+ "mellan utan några mycket ska något hur var vid få blir jag"),

	EN("and in that is of a the to it on they which not there with has for an can we from also after or if be was "
			+ "between without some much shall something how where at get this are by"),

	DE("und in dass ist von ein der die das zu es auf sie nicht da mit hat für eine kann wir aus auch nach oder wenn "
			+ "sein wurde zwischen ohne einige viel soll etwas wie wo bei wird ich den");

	private static final int FEWEST_HITS = 5;

	private static final int WORDS = 3_000;

	private final Set<String> words;

	Language(String words) {
		this.words = Set.of(Arrays.stream(words.split(" ")).distinct().toArray(String[]::new));
	}

	/** Nothing when there is too little text, or none of these languages. */
	static Optional<String> of(String text) {
		var counts = Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]{1,64}", WORDS))
			.collect(Collectors.groupingBy((word) -> word, Collectors.counting()));
		return Stream.of(values())
			.max(Comparator.comparingLong((one) -> one.hits(counts)))
			.filter((best) -> best.hits(counts) >= FEWEST_HITS)
			.map((best) -> best.name().toLowerCase(Locale.ROOT));
	}

	private long hits(Map<String, Long> counts) {
		return this.words.stream().mapToLong((word) -> counts.getOrDefault(word, 0L)).sum();
	}

}
