package io.countersign.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a case, named as people name them, fall into the documents they are. */
class VersionSequencesTests {

	static Stream<String> sequences() throws IOException {
		return new ClassPathResource("versions/sequences.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.startsWith("#") && !line.isBlank());
	}

	@ParameterizedTest
	@MethodSource("sequences")
	void filesFallIntoTheDocumentsTheyAreVersionsOf(String line) {
		var expected = new ArrayList<String>();
		var files = new ArrayList<VersionedFile>();
		for (var part : line.split(" *\\| *")) {
			var nameAndText = part.substring(2).split(" =", 2);
			expected.add(part.substring(0, 1));
			files.add(VersionPairs.file(nameAndText[0].strip(), (nameAndText.length > 1) ? nameAndText[1].strip() : "?",
					"m" + files.size()));
		}

		assertThat(letters(files)).isEqualTo(expected);
	}

	/** The first document is called A, the next that is seen B. */
	private static List<String> letters(List<VersionedFile> files) {
		Map<Integer, String> letters = new LinkedHashMap<>();
		return VersionChains.of(files, Map.of())
			.stream()
			.map((place) -> letters.computeIfAbsent(place.chain(),
					(_) -> Character.toString((char) ('A' + letters.size()))))
			.toList();
	}

}
