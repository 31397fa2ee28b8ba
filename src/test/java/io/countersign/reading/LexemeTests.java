package io.countersign.reading;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LexemeTests {

	@Test
	void itsSpellingIsCorrected() {
		assertThat(Lexeme.of("gokdendt").plain()).isEqualTo("godkendt");
	}

	@Test
	void aLongOneIsAlsoKnownByHowItBeginsAndEnds() {
		assertThat(Lexeme.of("rapporten").forms()).extracting(Fragment::toString)
			.containsExactly("rapporten", "rappo*", "*rten");
		assertThat(Lexeme.of("notat").forms()).extracting(Fragment::toString).containsExactly("notat");
	}

	@Test
	void allNumbersHaveOneShape() {
		assertThat(Lexeme.of("12").shape()).isSameAs(Lexeme.of("250.000").shape());
		assertThat(Lexeme.of("notat").shape()).isSameAs(Lexeme.of("notat"));
	}

}
