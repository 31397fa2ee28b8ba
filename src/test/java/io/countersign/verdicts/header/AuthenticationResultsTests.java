package io.countersign.verdicts.header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationResultsTests {

	private static final String EXCHANGE = "spf=pass (sender IP is 192.0.2.10) smtp.mailfrom=partner.example; "
			+ "dkim=pass (signature was verified) header.d=partner.example;"
			+ "dmarc=pass action=none header.from=partner.example;compauth=pass reason=100";

	@Test
	void VA_10_theReportOfExchangeNamesNoServer() {
		var read = AuthenticationResults.parse(EXCHANGE).orElseThrow();

		assertThat(read.server()).isEmpty();
		assertThat(read.results()).extracting(AuthenticationResults.Result::method)
			.containsExactly("spf", "dkim", "dmarc", "compauth");
		assertThat(read.of("dmarc").getFirst().property("header.from")).contains("partner.example");
		assertThat(read.of("compauth").getFirst().property("reason")).contains("100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mx.min.example; dmarc=pass header.from=partner.example",
			"mx.min.example 1; dmarc=pass header.from=partner.example",
			"(c) mx.min.example (c) 1 (c) ; (c) dmarc (c) = (c) pass (c) header (c) . (c) from (c) = (c) partner.example (c)",
			"\"mx.min.example\"; DMARC/1 = PASS reason=\"well; (known)\" Header.From=\"partner.example\"",
			"mx.min.example; none; dmarc=pass header.from=partner.example;",
			"mx.min.example; dkim=none; dmarc=pass policy.dmarc=reject header.from=partner.example" })
	void VA_10_theGrammarOfTheStandardIsRead(String field) {
		var read = AuthenticationResults.parse(field).orElseThrow();

		assertThat(read.server()).contains("mx.min.example");
		assertThat(read.of("dmarc")).singleElement().satisfies((result) -> {
			assertThat(result.is("pass")).isTrue();
			assertThat(result.property("header.from")).contains("partner.example");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mx.min.example; (dmarc=pass header.from=partner.example)",
			"mx.min.example; spf=fail (x; dmarc=pass header.from=partner.example)",
			"mx.min.example; spf=fail reason=\"; dmarc=pass\"", "mx.min.example; x-dmarc=pass", "mx.min.example; none",
			"mx.min.example;", "mx.min.example" })
	void VA_10_whatStandsInACommentOrAQuoteIsNoResult(String field) {
		assertThat(AuthenticationResults.parse(field))
			.hasValueSatisfying((read) -> assertThat(read.of("dmarc")).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ";", "=pass", "mx.min.example dmarc=pass", "mx.min.example; dmarc",
			"mx.min.example; dmarc=", "mx.min.example; dmarc=pass header.from=a header.from=b",
			"mx.min.example; dmarc=pass (never closed", "mx.min.example; dmarc=pass \"never closed",
			"mx.min.example; dmarc=pass, header.from=a", "mx.min.example; dmarc=pass header..from=a",
			"mx.min.example; dmarc=pass header.from=a=b", "spf=fail smtp.mailfrom=a;dmarc=pass;min.example",
			"mx.min.example; dmarc=pass header.from=m\u00edn.example" })
	void VA_10_whatDoesNotFollowTheGrammarIsNotRead(String field) {
		assertThat(AuthenticationResults.parse(field)).isEmpty();
	}

}
