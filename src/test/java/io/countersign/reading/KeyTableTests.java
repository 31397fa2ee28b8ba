package io.countersign.reading;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyTableTests {

	@Test
	void aKeyIsAddedOnceAndFoundHoweverManyThereAre() {
		var table = new KeyTable(2);
		var keys = new Random(7).longs(1_000).toArray();

		for (var key : keys) {
			assertThat(table.add(key)).isTrue();
			assertThat(table.add(key)).isFalse();
		}

		for (var key : keys) {
			assertThat(table.find(key)).isBetween(0, table.length() - 1);
			assertThat(table.find(key ^ 1)).isNegative();
		}
	}

	@Test
	void keysKeepTheirPlacesUpToTheExpectedNumber() {
		var table = new KeyTable(64);
		table.add(5);
		var place = table.find(5);

		for (var key = 7; key < 7 + 2 * 63; key += 2) {
			table.add(key);
		}

		assertThat(table.find(5)).isEqualTo(place);
	}

	@Test
	void theFeatureWithAKeyThatIsTakenIsNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> KeyTable.of(List.of("yes", "no", "yes")))
			.withMessageContaining("yes");
	}

}
