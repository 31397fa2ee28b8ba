package io.countersign.documents;

import java.util.List;

import io.countersign.documents.Kinship.Kind;
import io.countersign.documents.VersionPairs.Pair;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found to be a version of what, on pairs that were labelled by hand. */
class KinshipTests {

	private static final Logger LOG = LoggerFactory.getLogger(KinshipTests.class);

	@Test
	void versionsOfADocumentAreFoundAndNoOthersAreTakenForThem() {
		var pairs = counted("pairs.txt");

		assertThat(those(pairs, false, Kind.VERSION)).as("taken for versions").isEmpty();
		assertThat(those(pairs, true, Kind.OTHER)).as("versions taken for something else").isEmpty();
		assertThat(those(pairs, true, Kind.UNSURE)).as("versions not recognised").hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void pairsTheRulesWereNotMadeForAreMostlyRightToo() {
		var pairs = counted("held-out-pairs.txt");

		assertThat(those(pairs, true, Kind.OTHER)).as("versions taken for something else").isEmpty();
		assertThat(those(pairs, false, Kind.VERSION)).as("taken for versions").hasSizeLessThanOrEqualTo(3);
		assertThat(those(pairs, true, Kind.UNSURE)).as("versions not recognised").isEmpty();
	}

	private static List<Pair> counted(String file) {
		var pairs = VersionPairs.of(file);
		LOG.info(
				"{}: versions {} of {} found, {} unsure, {} taken for others; others {} of {} taken for versions, {} unsure",
				file, those(pairs, true, Kind.VERSION).size(), pairs.stream().filter(Pair::same).count(),
				those(pairs, true, Kind.UNSURE).size(), those(pairs, true, Kind.OTHER).size(),
				those(pairs, false, Kind.VERSION).size(), pairs.stream().filter((pair) -> !pair.same()).count(),
				those(pairs, false, Kind.UNSURE).size());
		return pairs;
	}

	private static List<String> those(List<Pair> pairs, boolean same, Kind kind) {
		return pairs.stream()
			.filter((pair) -> pair.same() == same && pair.found() == kind)
			.map((pair) -> pair + " : " + Kinship.of(pair.older(), pair.newer()).reason())
			.toList();
	}

}
