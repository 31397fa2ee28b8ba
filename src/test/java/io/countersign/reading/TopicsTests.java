package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTests {

	private final WordLists lists = new WordLists();

	TopicsTests() {
		this.lists.add("turning", List.of("ændringer"));
		this.lists.add("attributive", List.of("godkendt"));
		this.lists.add("beside", List.of("fra"));
	}

	@Test
	void aWordOfTheQuestionMaySayWhatAYesIsAbout() {
		assertThat(mayBe("ok notatet", 1, true)).isTrue();
	}

	@Test
	void aWordNobodyAskedAboutMayNot() {
		assertThat(mayBe("ok vejret", 1, true)).isFalse();
	}

	@Test
	void aFaintYesIsAboutNothing() {
		assertThat(mayBe("fint notatet", 1, false)).isFalse();
	}

	@Test
	void aWordThatTurnsOrThatTheYesDescribesMayNot() {
		assertThat(mayBe("ok ændringer", 1, true)).isFalse();
		assertThat(mayBe("godkendt notatet", 1, true)).isFalse();
		assertThat(mayBe("godkendt, notatet", 1, true)).isTrue();
	}

	@Test
	void aNameBehindFromIsSomebodyElse() {
		assertThat(mayBe("ja fra Kirsten", 2, true)).isFalse();
	}

	private boolean mayBe(String text, int at, boolean any) {
		var asked = Words.stemsOf("Kan du godkende notatet om ændringer hos Kirsten?");
		return new Topics(this.lists, any).mayBe(Words.of(text, 0, text.length(), asked), at);
	}

}
