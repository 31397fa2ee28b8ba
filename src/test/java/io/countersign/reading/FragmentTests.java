package io.countersign.reading;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FragmentTests {

	@Test
	void aNameHasOneKeyHoweverItIsPutTogether() {
		var whole = Fragment.of("køb dem bare");

		assertThat(Fragment.of("køb ").then(Fragment.of("dem")).then(Fragment.of(" bare")).hash())
			.isEqualTo(Fragment.of("køb").then(Fragment.of(" dem bare")).hash())
			.isEqualTo(whole.hash());
		assertThat(Fragment.of("").then(whole).hash()).isEqualTo(whole.hash());
	}

	@Test
	void otherNamesHaveOtherKeys() {
		assertThat(Fragment.of("dem køb").hash()).isNotEqualTo(Fragment.of("køb dem").hash());
		assertThat(Fragment.of("=new ").then(Fragment.of(2)).hash()).isNotEqualTo(Fragment.of("=new 3").hash());
	}

	@Test
	void itIsWrittenAsItsPartsInARow() {
		assertThat(Fragment.of("=new ").then(Fragment.of(2))).hasToString("=new 2");
	}

}
