package io.countersign.reading;

import io.countersign.reading.HeadFields.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadFieldsTests {

	private static final HeadFields FIELDS = MailMarks.ofAllLanguages().head();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Fra: Anna Holm | FROM
			*Von:* Anna Holm | FROM
			From : Anna Holm | FROM
			Skickat: den 24 november | SENT
			Til: Bo Lind | TO
			Cc: Eva Skov | CC
			Emne: Budget | SUBJECT
			Anna Holm    24-11-2026 10:00    To: Bo Lind | TO""")
	void aFieldIsKnownByItsNameInEveryLanguage(String line, Field field) {
		assertThat(FIELDS.of(line)).contains(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt: ja", "Fra i morgen", ": Anna", "" })
	void anotherLineIsNone(String line) {
		assertThat(FIELDS.of(line)).isEmpty();
	}

	@Test
	void aNameMayStandAloneOrBesideSomethingElse() {
		assertThat(FIELDS.label("To")).contains(Field.TO);
		assertThat(FIELDS.label("To: Bo")).isEmpty();
		assertThat(FIELDS.areInColumns("Anna Holm    To: Bo Lind")).isTrue();
		assertThat(FIELDS.areInColumns("To: Bo Lind    Cc: Eva")).isFalse();
	}

}
