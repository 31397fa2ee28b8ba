package io.countersign.verdicts.header;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressFieldTests {

	@ParameterizedTest
	@ValueSource(strings = { "anna@min.example", " <anna@min.example> ", "Anna Holm <anna@min.example>",
			"\"Holm, \\\"Anna\\\"\" <ANNA@MIN.example>", "Anna B. Holm\t<anna@min.example>",
			"anna@min.example (Anna Holm)", "(a (nested) comment) Anna <anna@min.example>",
			"=?utf-8?Q?Anna_H=C3=B8lm?= <anna@min.example>", "Anna H\u00c3\u00b8lm <anna@min.example>",
			"Anna [MIN] <anna@min.example>" })
	void VA_02_onePlainMailboxIsTaken(String field) {
		assertThat(AddressField.parse(field))
			.hasValueSatisfying((read) -> assertThat(read.address().value()).isEqualTo("anna@min.example"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Anna", "anna@min.example, eve@evil.example", "anna@min.example eve@evil.example",
			"Leaders: anna@min.example;", "<@evil.example:anna@min.example>", "<anna@min.example> <eve@evil.example>",
			"<anna@min.example", "anna@min.example>", "\"anna\"@min.example", "anna(x)@min.example",
			"<anna(x)@min.example>", "<anna @min.example>", "anna@[10.0.0.1]", "=?utf-8?Q?anna?=@min.example",
			"<=?utf-8?Q?anna=40min.example?=>", "anna@min.example (never closed", "\"never closed <anna@min.example>",
			"Anna \\ <anna@min.example>", "eve@evil.example <anna@min.example>", "Anna@Holm <anna@min.example>", "<>",
			"<anna@min.example>\u0000", "An\u0000na <anna@min.example>", "<anna@m\u00edn.example>",
			"<anna@min.example.>", "anna@@min.example", "<anna@min.example> x" })
	void VA_02_whatIsAnythingElseIsNotTaken(String field) {
		assertThat(AddressField.parse(field)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "eve@evil.example (anna@min.example)", "(anna@min.example) eve@evil.example",
			"\"anna@min.example\" <eve@evil.example>" })
	void VA_02_whatIsShownBesideTheAddressIsKept(String field) {
		assertThat(AddressField.parse(field)).hasValueSatisfying((read) -> {
			assertThat(read.address().value()).isEqualTo("eve@evil.example");
			assertThat(read.words()).contains("anna@min.example");
		});
	}

}
