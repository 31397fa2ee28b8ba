package io.countersign.documents;

import java.util.List;
import java.util.stream.Collectors;

import io.countersign.documents.Kinship.Kind;
import io.countersign.documents.VersionPairs.Pair;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found to be a version of what, on pairs that were labelled by hand. */
class KinshipTests {

	private static final List<Pair> PAIRS = VersionPairs.all();

	@Test
	void versionsOfADocumentAreFoundAndNoOthersAreTakenForThem() {
		var same = PAIRS.stream().filter(Pair::same).toList();
		var other = PAIRS.stream().filter((pair) -> !pair.same()).toList();
		LoggerFactory.getLogger(KinshipTests.class)
			.info("Versions: {} of {} found, {} unsure, {} taken for others. Others: {} of {} taken for versions, {} unsure.",
					count(same, Kind.VERSION), same.size(), count(same, Kind.UNSURE), count(same, Kind.OTHER),
					count(other, Kind.VERSION), other.size(), count(other, Kind.UNSURE));

		assertThat(those(other, Kind.VERSION)).as("taken for versions").isEmpty();
		assertThat(those(same, Kind.OTHER)).as("versions taken for something else").isEmpty();
		assertThat(those(same, Kind.UNSURE)).as("versions not recognised").hasSizeLessThanOrEqualTo(same.size() / 20);
	}

	private static long count(List<Pair> pairs, Kind kind) {
		return those(pairs, kind).size();
	}

	private static List<String> those(List<Pair> pairs, Kind kind) {
		return pairs.stream()
			.filter((pair) -> pair.found() == kind)
			.map((pair) -> pair + " : " + Kinship.of(pair.older(), pair.newer()).reason())
			.collect(Collectors.toList());
	}

}
