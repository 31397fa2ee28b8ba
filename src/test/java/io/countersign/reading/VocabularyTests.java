package io.countersign.reading;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTests {

	private final Vocabulary vocabulary = new Vocabulary();

	private final long yes = this.vocabulary.newSection();

	private final long no = this.vocabulary.newSection();

	@Test
	void aWordBeginsOnlyTheSectionsOfWhichAPhraseBeginsWithIt() {
		add("go ahead", this.yes);
		add("ahead of time", this.no);

		assertThat(Lexeme.of("ahead").in(this.vocabulary).beginnings()).isEqualTo(this.no);
		assertThat(Lexeme.of("go").in(this.vocabulary).beginnings()).isEqualTo(this.yes);
		assertThat(Lexeme.of("time").in(this.vocabulary).beginnings()).isZero();
	}

	@Test
	void anyWordMayBeginAPhraseThatBeginsWithAnyWord() {
		add("<word> declined", this.no);

		assertThat(Lexeme.of("plan").in(this.vocabulary).beginnings()).isEqualTo(this.no);
		assertThat(Words.of("The plan stands").sections(this.vocabulary)).isZero();
		assertThat(Words.of("The plan declined").sections(this.vocabulary)).isEqualTo(this.no);
	}

	@Test
	void itTellsOfAPhraseThatComesLater() {
		var word = Lexeme.of("fine");
		assertThat(word.in(this.vocabulary).sections()).isZero();

		add("fine", this.yes);

		assertThat(word.in(this.vocabulary).sections()).isEqualTo(this.yes);
	}

	@Test
	void aWordTellsVocabulariesApartThatShareAPlace() {
		add("fine", this.yes);
		var word = Lexeme.of("fine");
		for (var made = 0; made < Vocabulary.PLACES; made++) {
			assertThat(word.in(new Vocabulary()).sections()).isZero();
		}

		assertThat(word.in(this.vocabulary).sections()).isEqualTo(this.yes);
	}

	private void add(String phrase, long section) {
		this.vocabulary.add(new Phrase("en/yes/1", new PhraseParser(phrase, Map.of(), new WordLists(), false).parse()),
				section);
	}

}
