package io.countersign.web;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedAmountTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			250000 | 250000
			250.000 | 250000
			250,000 | 250000
			250 000 | 250000
			1.250.000,50 | 1250000.50
			1,250,000.50 | 1250000.50
			99,50 | 99.50
			99.50 | 99.50
			0,01 | 0.01
			""")
	void anAmountIsTheSameInDanishAndInEnglish(String typed, BigDecimal amount) {
		assertThat(TypedAmount.read(typed)).hasValue(amount);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0,00", "-5", "+5", "1.5", "1,5", "1.50.000", "1.250,000", "1.250.00", "25.0000",
			"1e6", "0x10", "250.000 kr.", "١٢٣", "NaN", "250,000,", ".50", "1..000", "1.000,000,50" })
	void whatCouldBeTwoAmountsIsNone(String typed) {
		assertThat(TypedAmount.read(typed)).isEmpty();
	}

	@Test
	void aLongTextIsNone() {
		assertThat(TypedAmount.read("1".repeat(100_000))).isEmpty();
		assertThat(TypedAmount.read("1.000".repeat(20_000))).isEmpty();
	}

}
