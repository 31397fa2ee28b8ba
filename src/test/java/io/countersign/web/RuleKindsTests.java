package io.countersign.web;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said to people in place of the name of a rule. */
class RuleKindsTests {

	@ParameterizedTest
	@CsvSource({ "asks/en/approve/16,approval", "asks/da/approve start/2/subject,approval", "deadline,deadline",
			"da/yes plain/4,yes", "da/sign no/1,other", "leaning/subject,leaning", "'',other", "//,other" })
	void itsKindHasASentenceInBothLanguages(String rule, String kind) {
		assertThat(new RuleKinds().of(rule)).isEqualTo(kind);
		for (var language : new String[] { "da", "en" }) {
			assertThat(ResourceBundle
				.getBundle("messages", Locale.of(language),
						ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
				.getString("rule." + kind)).isNotBlank();
		}
	}

}
