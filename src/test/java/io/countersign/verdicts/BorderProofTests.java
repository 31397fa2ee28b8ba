package io.countersign.verdicts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Letters.IN_TENANT;
import static io.countersign.verdicts.Letters.OVER_OUR_BORDER;
import static io.countersign.verdicts.Letters.changed;
import static io.countersign.verdicts.Letters.delivered;
import static io.countersign.verdicts.Letters.fromOutside;
import static org.assertj.core.api.Assertions.assertThat;

/** What a border server proves that reports by RFC 8601. */
class BorderProofTests {

	private static final String LOGIN = "auth=pass smtp.auth=anna.holm@min.example";

	private static final String FOREIGN = changed(OVER_OUR_BORDER, LOGIN,
			"dkim=pass header.d=partner.example; dmarc=pass header.from=partner.example")
		.replace("Anna Holm <anna.holm@min.example>", "Pia Lund <pia.lund@partner.example>");

	@Test
	void VA_14_aLoginAsTheAuthorPasses() {
		assertThat(theTrial(trial(OVER_OUR_BORDER)).isAccepted().decision().level()).isEqualTo("A2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth=pass smtp.auth=eve@min.example", "auth=pass smtp.auth=anna.holm", "auth=pass",
			"auth=pass smtp.auth=anna.holm@min.example; auth=pass smtp.auth=eve@min.example",
			"dmarc=fail header.from=min.example" })
	void VA_14_aLoginAsSomebodyElseIsRefused(String results) {
		theTrial(trial(changed(OVER_OUR_BORDER, LOGIN, results))).isRefusedBy("proof");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth=fail smtp.auth=anna.holm@min.example", "none",
			"dkim=pass header.d=min.example; dmarc=pass header.from=min.example", "spf=pass (auth=pass smtp.auth=x)" })
	void VA_14_ourOwnDomainWithoutALoginIsHeld(String results) {
		theTrial(trial(changed(OVER_OUR_BORDER, LOGIN, results))).isHeld();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mx.min.example.evil.example;", "xmx.min.example;", "min.example;", "" })
	void VA_14_onlyTheConfiguredServerIsBelieved(String server) {
		theTrial(trial(changed(OVER_OUR_BORDER, "Results: mx.min.example;", "Results: " + server))).isHeld();
	}

	@Test
	void VA_14_aReportBelowTheBorderIsNotBelieved() {
		var report = "Authentication-Results: mx.min.example; " + LOGIN + "\n";
		var below = changed(OVER_OUR_BORDER, report, "").replace("From: Anna", report + "From: Anna");

		theTrial(trial(below)).isHeld();
		theTrial(trial(changed(OVER_OUR_BORDER, "by mx.min.example", "by mx.evil.example")))
			.isHeldBecause("border server");
	}

	@Test
	void VA_14_foreignMailNeedsItsDomainsWord() {
		theTrial(fromOutside(FOREIGN).by(Policy.trusting(Policy.BORDER))).isAccepted();
		theTrial(fromOutside(changed(FOREIGN, "dmarc=pass", "dmarc=fail")).by(Policy.trusting(Policy.BORDER)))
			.isRefusedBy("proof");
		theTrial(fromOutside(changed(FOREIGN, "dkim=pass", "dkim=none")).by(Policy.trusting(Policy.BORDER))).isHeld();
	}

	@Test
	void VA_14_headersOfExchangeMeanNothing() {
		theTrial(trial(IN_TENANT)).isHeld();
		theTrial(trial("X-Forefront-Antispam-Report: CAT:PHSH\n" + OVER_OUR_BORDER)).isAccepted();
	}

	private static Trial trial(String mail) {
		return delivered(mail).by(Policy.trusting(Policy.BORDER));
	}

}
