package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordListsTests {

	private final WordLists lists = new WordLists();

	@Test
	void whatTurnsAMeaningIsNobodysName() {
		this.lists.add("turning", List.of("ikke"));
		this.lists.add("nameless", List.of("jeg"));

		assertThat(this.lists.of("nameless")).containsExactlyInAnyOrder("ikke", "jeg");
		assertThat(this.lists.of("turning")).containsExactly("ikke");
	}

	@Test
	void whatJoinsNamesMayStandInsideOne() {
		this.lists.add("nameless", List.of("jeg", "og", "fra"));
		this.lists.add("joining", List.of("og"));
		this.lists.add("linking", List.of("fra"));

		assertThat(this.lists.inside()).containsExactlyInAnyOrder("og", "fra");
		assertThat(this.lists.namelessInside()).containsExactly("jeg");
	}

	@Test
	void aListNobodyWroteIsEmpty() {
		assertThat(this.lists.has("praising", "godt")).isFalse();
		assertThat(WordLists.isList("praising")).isTrue();
		assertThat(WordLists.isList("yes")).isFalse();
	}

}
