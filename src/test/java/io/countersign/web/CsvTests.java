package io.countersign.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+45 12 34", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1+1" })
	void UI_10_aCellThatASpreadsheetWouldCalculateIsText(String cell) {
		assertThat(new Csv(";").row(List.of(cell)).toString()).isEqualTo("\uFEFF\"'" + cell + "\"\r\n");
	}

	@Test
	void quotesAndSeparatorsStayInsideTheirCell() {
		assertThat(new Csv(";").row(List.of("a;b", "say \"yes\"", "")).toString())
			.isEqualTo("\uFEFF\"a;b\";\"say \"\"yes\"\"\";\"\"\r\n");
	}

}
