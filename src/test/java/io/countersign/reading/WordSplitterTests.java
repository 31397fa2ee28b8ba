package io.countersign.reading;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordSplitterTests {

	@Test
	void whatBelongsTogetherStaysOneWord() {
		assertThat(words("Uge 49, d. 3/12 kl. 9.30: 450.000 kr. p.t. don't e-mail")).containsExactly("uge", "49", "d",
				"3/12", "kl", "9.30", "450.000", "kr", "p.t", "don't", "e-mail");
	}

	@Test
	void pictureAndQuestionMarkAreWords() {
		assertThat(words("Ok 👍?")).containsExactly("ok", "👍", "?");
	}

	@Test
	void aPictureInAColourOfSkinIsThePlainOne() {
		assertThat(words("Ok 👍🏽, 👌🏻 ✔️!")).containsExactly("ok", "👍", "👌", "✔");
		assertThat(new WordSplitter("👍🏽 ja", 0, 7).words(9)).extracting(Word::end).containsExactly(4, 7);
	}

	@Test
	void softHyphensAloneAreNoWord() {
		assertThat(words("ja \u00ad\u00ad god\u00adkendt")).containsExactly("ja", "godkendt");
	}

	@Test
	void aCommaIsRememberedByTheWordBehindIt() {
		var words = new WordSplitter("ja, men nej", 0, 11).words(10);

		assertThat(words).extracting(Word::isBehindCut).containsExactly(false, true, false);
	}

	@Test
	void aCapitalInsideASentenceIsAName() {
		var words = new WordSplitter("Spørg Clara. Hun", 0, 16).words(10);

		assertThat(words).extracting(Word::isName).containsExactly(false, true, false);
	}

	@Test
	void noMoreWordsAreTakenThanAskedFor() {
		assertThat(new WordSplitter("a b c d", 0, 7).words(2)).hasSize(2);
	}

	private static Iterable<String> words(String text) {
		return new WordSplitter(text, 0, text.length()).words(63).stream().map(Word::plain).toList();
	}

}
