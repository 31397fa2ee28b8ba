package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhraseFileTests {

	@Test
	void theWordsOfASectionEndWhereTheNextBegins() {
		var file = new PhraseFile(List.of("[misspelt]", "godkendt tiltrådt", "perfekt", "", "[day]", "mandag"));

		assertThat(file.words("misspelt")).containsExactly("godkendt", "tiltrådt", "perfekt");
		assertThat(file.words("option")).isEmpty();
	}

	@Test
	void everyLanguageHasAFile() {
		assertThat(PhraseFile.ofAllLanguages()).hasSize(Language.values().length)
			.allMatch((file) -> file.lines().contains("[yes]"));
	}

	@Test
	void aFileThatIsMissingIsSaidSo() {
		assertThatThrownBy(() -> PhraseFile.of("phrases", "xx")).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("xx");
	}

}
