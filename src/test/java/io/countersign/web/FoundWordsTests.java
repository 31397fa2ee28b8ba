package io.countersign.web;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoundWordsTests {

	@Test
	void theWordsOfASearchAreMarkedHoweverTheyAreWritten() {
		var found = FoundWords.of("Æblet og æblerne i ÆBLEHAVEN", 0, "  æble og ");

		assertThat(marked(found)).containsExactly("Æble", "og", "æble", "ÆBLE");
		assertThat(whole(found)).isEqualTo("Æblet og æblerne i ÆBLEHAVEN");
	}

	@Test
	void aLetterThatGrowsInLowerCaseMovesNoMark() {
		assertThat(marked(FoundWords.of("İİİ budget", 0, "budget"))).containsExactly("budget");
	}

	@Test
	void ofTwoWordsAtOnePlaceTheLongerIsMarked() {
		assertThat(marked(FoundWords.of("budgettet", 0, "budget budgettet"))).containsExactly("budgettet");
	}

	@Test
	void aPhraseIsMarkedWhereItStandsAndWhatWasNotWantedIsNot() {
		var found = FoundWords.of("En vending. Vending en\nog en  en\nvending for \"tag", 0,
				"\"en vending\" OR -og -\"for\"");

		assertThat(marked(found)).containsExactly("En vending", "en\nvending");
		assertThat(marked(FoundWords.of("Et tag til", 0, "tag \"til"))).containsExactly("tag", "til");
	}

	@Test
	void aWordIsMarkedInItsOtherForms() {
		assertThat(marked(FoundWords.of("They discussed all stations", 0, "discussing station")))
			.containsExactly("discuss", "station");
		assertThat(marked(FoundWords.of("Notatet om skoler", 0, "notaterne skole"))).containsExactly("Notate", "skole");
	}

	@Test
	void theWholeTextIsCountedAndOpenedAtTheFirstPlace() {
		var text = "a".repeat(3 * FoundWords.PAGE) + " budget " + "b".repeat(FoundWords.PAGE) + " budget";

		var found = FoundWords.of(text, FoundWords.FIRST_PLACE, "budget");

		assertThat(found.count()).isEqualTo(2);
		assertThat(marked(found)).containsExactly("budget");
		assertThat(marked(FoundWords.of(text, 0, "budget"))).isEmpty();
	}

	@Test
	void aLongTextIsReadPageByPage() {
		var text = "a".repeat(FoundWords.PAGE) + "b";

		var first = FoundWords.of(text, 0, "");
		var second = FoundWords.of(text, first.next(), "");

		assertThat(whole(first) + whole(second)).isEqualTo(text);
		assertThat(second.next()).isZero();
		assertThat(whole(FoundWords.of(text, -5, "")) + whole(FoundWords.of("", 500, "x"))).hasSize(FoundWords.PAGE);
	}

	private static List<String> marked(FoundWords found) {
		return found.pieces()
			.stream()
			.filter((piece) -> piece.kind() == Marked.Kind.FOUND)
			.map(Marked.Piece::text)
			.toList();
	}

	private static String whole(FoundWords found) {
		return found.pieces().stream().map(Marked.Piece::text).collect(Collectors.joining());
	}

}
