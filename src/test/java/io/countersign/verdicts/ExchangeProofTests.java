package io.countersign.verdicts;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Letters.BORDER_HOP;
import static io.countersign.verdicts.Letters.EXTERNAL;
import static io.countersign.verdicts.Letters.IN_TENANT;
import static io.countersign.verdicts.Letters.RESULTS;
import static io.countersign.verdicts.Letters.delivered;
import static io.countersign.verdicts.Letters.external;
import static io.countersign.verdicts.Letters.fromOutside;
import static io.countersign.verdicts.Letters.internal;
import static org.assertj.core.api.Assertions.assertThat;

/** What Exchange Online's own header fields prove, and what they do not. */
class ExchangeProofTests {

	private static final String OTHER = "Authentication-Results: spf=pass smtp.mailfrom=partner.example; dkim=pass"
			+ " header.d=partner.example;dmarc=pass action=none header.from=partner.example;compauth=pass reason=100\n";

	@Test
	void VA_10_theReportAboveTheBorderIsBelieved() {
		assertThat(theTrial(fromOutside(EXTERNAL)).isAccepted().decision().level()).isEqualTo("A2");
	}

	@Test
	void VA_10_aReportBelowTheBorderIsNot() {
		theTrial(external(RESULTS + BORDER_HOP, BORDER_HOP + RESULTS)).isHeldBecause("says nothing about it");
		theTrial(external(RESULTS,
				"Authentication-Results-Original: dmarc=pass\nARC-Authentication-Results: i=1; dmarc=pass\n"
						+ "Received-SPF: Pass\n"))
			.isHeldBecause("says nothing about it");
	}

	@Test
	void VA_10_twoReportsAboveTheBorderAreNone() {
		theTrial(external(RESULTS, RESULTS + OTHER)).isHeldBecause("More than one report");
	}

	@Test
	void VA_10_aReportBelowTheBorderTakesNothingAway() {
		theTrial(external(BORDER_HOP, BORDER_HOP + "Authentication-Results: dmarc=fail header.from=partner.example\n"))
			.isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authentication-Results: (dmarc=pass header.from=partner.example)",
			"Authentication-Results: spf=pass reason=\"dkim=pass header.d=partner.example;dmarc=pass\"",
			"Authentication-Results: spf=pass; dmarc=pass header.from=partner.example; (",
			"Authentication-Results: spf=pass, dmarc=pass header.from=partner.example" })
	void VA_10_theReportIsReadByItsGrammar(String report) {
		theTrial(external(RESULTS, report + "\n")).isHeld();
	}

	@ParameterizedTest
	@ValueSource(strings = { "from AM0PR01MB1.eurprd01.prod.exchangelabs.com by x", "from 10.0.0.1 by x",
			"from x (10.0.0.1 [203.0.113.5]) by x", "by x with HTTPS", "garbage" })
	void VA_10_aHopWithoutAReadableAddressIsTheBorder(String hop) {
		theTrial(internal("Received: from AM0PR01MB1.eurprd01.prod.exchangelabs.com (2603",
				"Received: " + hop + "\nReceived: from AM0PR01MB1.eurprd01.prod.exchangelabs.com (2603"))
			.isRefusedBy("proof");
	}

	@Test
	void VA_11_whatWasSentInOurTenantPasses() {
		assertThat(theTrial(delivered(IN_TENANT)).isAccepted().decision().level()).isEqualTo("A2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "AuthAs: Internal|AuthAs: Anonymous",
			"AuthAs: Internal|AuthAs: Internal, Internal", "Organization-AuthAs: Internal|CrossTenant-AuthAs: Internal",
			"Directionality: Originating|Directionality: Incoming", "CrossTenant-Id: 6f3c2a10|CrossTenant-Id: 00000000",
			"X-MS-Exchange-CrossTenant-Id|X-Nothing", "X-MS-Exchange-Organization-MessageDirectionality|X-Nothing" })
	void VA_11_nothingButThatIsProof(String part, String instead) {
		theTrial(internal(part, instead)).isHeldBecause("Exchange does not say");
	}

	@Test
	void VA_11_aSecondMarkSpoilsTheFirst() {
		for (var mark : List.of("X-MS-Exchange-Organization-AuthAs: Internal\n",
				"X-MS-Exchange-Organization-MessageDirectionality: Originating\n")) {
			theTrial(internal(mark, mark + mark)).isHeldBecause("Exchange does not say");
		}
	}

	@Test
	void VA_11_theMarksMeanNothingOnMailFromOutside() {
		theTrial(delivered(
				"Received: from x (203.0.113.66) by mx (10.0.0.1); Tue, 24 Nov 2026 10:00:00 +0000\n" + IN_TENANT))
			.isRefusedBy("proof");
	}

	@Test
	void VA_11_anEmptyTrustBelievesNobody() {
		theTrial(delivered(IN_TENANT).by(Policy.trusting(Trust.NOTHING))).isHeldBecause("No mail server is trusted");
		theTrial(fromOutside(EXTERNAL).by(Policy.trusting(Trust.NOTHING))).isHeldBecause("No mail server is trusted");
		theTrial(delivered(IN_TENANT).by(Policy.trusting(new Trust(Trust.Connector.EXCHANGE_ONLINE, null,
				List.of("min.example"), Policy.EXCHANGE.serviceRanges(), List.of(), null, null))))
			.isHeldBecause("our own tenant");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "dmarc=pass|dmarc=fail", "compauth=pass reason=100|compauth=fail reason=000",
					"header.from=partner.example|header.from=evil.example",
					"header.from=partner.example|header.from=partner.example.evil.example" })
	void VA_12_aDomainThatDeniesItIsRefused(String part, String instead) {
		theTrial(external(part, instead)).isRefusedBy("proof");
	}

	@Test
	void VA_12_aFailureThatWasOverriddenIsHeld() {
		theTrial(external("dmarc=pass action=none\n header.from=partner.example;compauth=pass reason=100",
				"dmarc=fail action=none\n header.from=partner.example;compauth=pass reason=130"))
			.isHeldBecause("reason 130");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "dmarc=pass|dmarc=none", "dmarc=pass|dmarc=bestguesspass",
			"dmarc=pass|dmarc=temperror", "dmarc=pass|dmarc=permerror", "compauth=pass|compauth=softpass",
			"compauth=pass|compauth=none", "reason=100|reason=130", "compauth=pass reason=100|compauth=pass",
			"dkim=pass|dkim=fail", "dkim=pass|dkim=none", "header.d=partner.example|header.d=evil.example",
			"header.d=partner.example|header.d=example", "header.from=partner.example|x=y", "dmarc=pass|x=pass",
			"compauth=pass|x=pass", "dmarc=pass|dmarc=pass;dmarc=pass", "compauth=pass|compauth=pass;compauth=pass" })
	void VA_12_everythingLessIsHeld(String part, String instead) {
		theTrial(external(part, instead)).isHeld();
	}

	@Test
	void VA_10_theBorderToAnotherTenantIsWhereOurOwnSaysItIs() {
		assertThat(theTrial(fromOutside(Letters.FROM_A_TENANT)).isAccepted().decision().level()).isEqualTo("A2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "AuthAs: Anonymous|AuthAs: Internal", "X-MS-Exchange-Organization-AuthAs: Anonymous|X-Nothing: x",
					"Directionality: Incoming|Directionality: Originating",
					"X-MS-Exchange-Organization-MessageDirectionality|X-Nothing", "CIP:40.107.22.123|CIP:40.107.22.124",
					"CIP:40.107.22.123;|CIP:40.107.22.123;CIP:40.107.22.123;", "CIP:40.107.22.123;|x:y;",
					"CIP:40.107.22.123|CIP:10.1.1.1", "DIR:INB|DIR:INT", "DIR:INB|DIR:INB;DIR:OUT",
					"X-Forefront-Antispam-Report: CIP|X-Forefront-Antispam-Report-Untrusted: CIP",
					"(40.107.22.123)|(2603:10a6:20b::5)" })
	void VA_10_oneMarkLessIsNoBorder(String part, String instead) {
		theTrial(fromOutside(Letters.changed(Letters.FROM_A_TENANT, part, instead))).isHeld();
	}

	@Test
	void VA_10_aMarkThatStandsThereTwiceIsNone() {
		for (var mark : List.of("X-MS-Exchange-Organization-AuthAs: Anonymous\n",
				"X-MS-Exchange-Organization-MessageDirectionality: Incoming\n",
				"X-Forefront-Antispam-Report: CIP:40.107.22.123;CTRY:DK;SCL:1;CAT:NONE;DIR:INB;\n")) {
			theTrial(fromOutside(Letters.changed(Letters.FROM_A_TENANT, mark, mark + mark))).isHeld();
		}
	}

	@Test
	void VA_10_onlyAddressesThatOthersShareMayBeSuchABorder() {
		theTrial(fromOutside(Letters.FROM_A_TENANT.replace("40.107.22.123", "10.9.9.9"))).isHeld();
	}

	@Test
	void VA_10_whatTheOtherTenantReportsIsNotBelieved() {
		var below = Letters.changed(Letters.FROM_A_TENANT, RESULTS + Letters.TENANT_HOP, Letters.TENANT_HOP + RESULTS);

		theTrial(fromOutside(below)).isHeldBecause("says nothing about it");
		theTrial(fromOutside(Letters.changed(Letters.FROM_A_TENANT, Letters.TENANT_HOP, Letters.TENANT_HOP + OTHER)))
			.isAccepted();
	}

	@Test
	void VA_10_whatWasRefusedBeforeTheMarksWereReadStaysSo() {
		var denied = RESULTS.replace("dmarc=pass", "dmarc=fail");

		theTrial(fromOutside(Letters.FROM_A_TENANT.replace("dmarc=pass", "dmarc=fail"))).isRefusedBy("proof");
		theTrial(fromOutside(Letters.FROM_A_TENANT.replace("compauth=pass", "compauth=fail"))).isRefusedBy("proof");
		theTrial(fromOutside(
				Letters.changed(Letters.FROM_A_TENANT, RESULTS + Letters.TENANT_HOP, Letters.TENANT_HOP + denied)))
			.isRefusedBy("proof");
	}

	@Test
	void VA_10_aServerOutsideIsTheBorderWhateverTheMarksSay() {
		var outside = "Received: from mail.evil.example (203.0.113.66) by DB5PEPF1.mail.protection.outlook.com"
				+ " (10.167.8.1); Tue, 24 Nov 2026 10:00:02 +0000\n";

		theTrial(fromOutside(outside + Letters.FROM_A_TENANT)).isHeldBecause("says nothing about it");
	}

	@Test
	void VA_13_ourOwnDomainFromAnotherTenantIsRefused() {
		var ours = Letters.FROM_A_TENANT.replace("Pia Lund <pia.lund@partner.example>",
				"Anna Holm <anna.holm@min.example>");

		theTrial(delivered(ours)).isRefusedBy("proof");
		theTrial(delivered(ours.replace("header.from=partner.example", "header.from=min.example")
			.replace("header.d=partner.example", "header.d=min.example")))
			.isHeldBecause("in the name of our own domain");
	}

	@Test
	void VA_12_mailFromAnotherTenantIsHeldForWhatItIs() {
		var unmarked = Letters.FROM_A_TENANT.replace("CIP:40.107.22.123;", "");

		theTrial(fromOutside(unmarked)).isHeldBecause("another organisation in Exchange Online");
		theTrial(fromOutside(unmarked.replace("Incoming", "Unknown"))).isHeldBecause("has not come over our border");
	}

	@Test
	void VA_12_aSignatureOfTheSameOrganisationWillDo() {
		theTrial(external("header.d=partner.example;",
				"header.d=mailer.evil.example;dkim=pass header.d=mail.partner.example;"))
			.isAccepted();
	}

	@Test
	void VA_13_ourOwnDomainFromOutsideIsNeverAccepted() {
		var ours = EXTERNAL.replace("pia.lund@partner.example", "anna.holm@min.example")
			.replace("header.from=partner.example", "header.from=min.example");

		theTrial(delivered(ours.replace("header.d=partner.example", "header.d=min.example")))
			.isHeldBecause("in the name of our own domain");
		theTrial(delivered(ours)).isRefusedBy("proof");
		theTrial(delivered(ours.replace(RESULTS.replace("header.from=partner.example", "header.from=min.example"), "")))
			.isRefusedBy("proof");
	}

}
