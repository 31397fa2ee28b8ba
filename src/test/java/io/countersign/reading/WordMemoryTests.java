package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordMemoryTests {

	private final List<String> sought = new ArrayList<>();

	private final WordMemory<Integer> lengths = new WordMemory<>((word) -> {
		this.sought.add(word);
		return word.length();
	});

	@Test
	void whatWasFoundOfAWordIsNotSoughtAgain() {
		assertThat(this.lengths.of("notat")).isEqualTo(5);
		assertThat(this.lengths.of("notat")).isEqualTo(5);

		assertThat(this.sought).containsExactly("notat");
	}

	@Test
	void aWordThatNobodyUsesIsNotKept() {
		var word = "x".repeat(1_000);
		this.lengths.of(word);
		this.lengths.of(word);

		assertThat(this.sought).hasSize(2);
	}

	@Test
	void itStartsAnewWhereItHasSeenTooManyWords() {
		this.lengths.of("notat");
		for (var number = 0; number < 30_000; number++) {
			this.lengths.of("word" + number);
		}
		this.sought.clear();
		this.lengths.of("notat");

		assertThat(this.sought).containsExactly("notat");
	}

}
