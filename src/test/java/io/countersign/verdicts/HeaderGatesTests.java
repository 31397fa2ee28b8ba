package io.countersign.verdicts;

import java.util.List;

import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static org.assertj.core.api.Assertions.assertThat;

/** What the header alone says against a reply. */
class HeaderGatesTests {

	private static final String FROM = "From: Anna Holm <anna.holm@min.example>";

	@ParameterizedTest
	@ValueSource(strings = { FROM, "From: <anna.holm@min.example>", "From: anna.holm@min.example",
			"From: \"Holm, Anna\" <Anna.Holm@MIN.example>", "From: =?utf-8?Q?Anna_H=C3=B8lm?= <anna.holm@min.example>",
			"From: \"anna.holm@min.example\" <anna.holm@min.example>", "From: Anna\n\tHolm\n <anna.holm@min.example>",
			"From: =?utf-8?Q?Anna?= \"B.\" Holm <anna.holm@min.example>",
			"From: Anna Hølm-Ærø <anna.holm@min.example>" })
	void VA_01_aPlainAuthorIsReadInOneWay(String from) {
		theTrial(Trial.with(FROM, from)).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "From: Anna <anna.holm@min.example>, Eve <eve@evil.example>",
			"From: Eve <eve@evil.example> <anna.holm@min.example>", "From: Leaders: anna.holm@min.example;",
			"From: <@evil.example:anna.holm@min.example>", "From: Anna <=?utf-8?Q?anna.holm=40min.example?=>",
			"From: \"anna.holm@min.example\" <eve@evil.example>",
			"From: =?utf-8?Q?anna=2Eholm=40min=2Eexample?= <eve@evil.example>",
			"From: (anna.holm@min.example) eve@evil.example", "From: anna.holm@min.example (eve@evil.example)",
			"From: \"anna.holm\"@min.example", "From: anna.holm(x)@min.example", "From: Anna <anna.holm @min.example>",
			"From: Anna <anna.hÃ¸lm@min.example>", "From: Anna <anna.holm\u0001@min.example>",
			"From: Anna <anna.holm@min.example", "From: <anna.holm@min.example>>", "From: ",
			"From:: anna.holm@min.example", "From: anna.holm@min.example\nFrom: anna.holm@min.example",
			"Fron: anna.holm@min.example", "From : anna.holm@min.example", "From\n : anna.holm@min.example",
			"From: Anna\u0000<anna.holm@min.example>", "From: \"\u202EmloH annA\u202C\" <anna.holm@min.example>" })
	void VA_02_aFromThatIsNotOnePlainMailboxDecidesNothing(String from) {
		theTrial(Trial.with(FROM, from)).isRefusedBy("structure");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sender: anna.holm@min.example\nSender: anna.holm@min.example",
			"Reply-To: a@min.example\nReply-To: b@min.example", "Subject: SV: Udkast til svar",
			"Date: Tue, 24 Nov 2026 09:59:58 +0000", "Message-ID: <other@min.example>",
			"In-Reply-To: <ask@min.example>", "References: <ask@min.example>", "MESSAGE-ID: <reply@min.example>" })
	void VA_02_aFieldThatStandsTwiceDecidesNothing(String line) {
		theTrial(Trial.withHeader(line)).isRefusedBy("structure");
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Note: one\rFrom: x", "Not a field", "X Note: one", "X-Note : one", "X-Note: \u0000",
			"X-Note: \u001b[2J" })
	void VA_02_aHeaderThatCanBeReadTwoWaysDecidesNothing(String line) {
		theTrial(Trial.withHeader("X-First: yes\n" + line)).isRefusedBy("structure");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: text/html\nContent-Type: text/plain; charset=utf-8\n\nGodkendt\n",
			"Content-Type: multipart/mixed; boundary=b; boundary=a\n\n--b\nContent-Type: text/plain\n\nGodkendt\n--b--\n",
			"""
					Content-Type: multipart/mixed; boundary=b

					--b
					Content-Type: text/plain

					Godkendt
					--b
					Content-Type: application/pdf; name=a.pdf
					Content-Transfer-Encoding: base64

					SGU=SGVq
					--b--
					""", """
					Content-Type: multipart/mixed; boundary=b

					--b
					Content-Type: text/plain

					Godkendt
					--b
					Content-Type: application/pdf; name=a.pdf
					Content-Disposition: attachment; filename=b.pdf

					x
					--b--
					""",
			"Content-Type: multipart/mixed; boundary=(x)b\n\n--b\nContent-Type: text/plain\n\nGodkendt\n--b--\n",
			"Content-Type: multipart/mixed; boundary=\"\"\n\n--\nContent-Type: text/plain\n\nGodkendt\n----\n" })
	void IN_13_noVerdictIsTakenFromAMailThatCanBeReadTwoWays(String body) {
		theTrial(Trial.with("Content-Type: text/plain; charset=utf-8\n\nGodkendt\n", body)).isRefusedBy("structure");
	}

	@Test
	void VA_01_aMailWithoutAnyFieldOfMimeIsPlainText() {
		theTrial(Trial.with("MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n", "")).isAccepted();
	}

	/** Some programs show it below the text, others as a file. */
	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "text/html", "text/rtf", "application/xhtml+xml" })
	void VA_17_aTextBesideThatIsShownToSomeHoldsTheVerdict(String type) {
		var file = multipart("multipart/mixed", type);

		theTrial(Trial.of(file.replace("attachment;", "inline;"))).isHeldBecause("only some programs show");
		theTrial(Trial.of(file)).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "R29k!!a2VuZHQ=", "R29ka2VuZHQgaHZpcw-_-=" })
	void IN_13_aTextWithSignsAmongItsLettersThatAreNoneHoldsTheVerdict(String encoded) {
		assertThat(Trial
			.with("charset=utf-8\n\nGodkendt\n",
					"charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n")
			.judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tue, 24 Nov 2026 25:61:00 +0000", "Tue, 24 Nov 2026 9:75 +0000" })
	void VA_16_aTimeThatNoClockShowsIsNone(String date) {
		theTrial(Trial.with("Date: Tue, 24 Nov 2026 09:59:58 +0000", "Date: " + date)).isHeldBecause("Its date");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "auto-submitted: AUTO-GENERATED; x=y", "Auto-Submitted: ",
			"Auto-Submitted: no, auto-replied", "Precedence: bulk", "Precedence: Junk", "Precedence: list",
			"Precedence: auto_reply", "Precedence: bulk (news)", "List-Id: <news.min.example>", "X-Autoreply: yes",
			"X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
			"X-MS-Exchange-Inbox-Rules-Loop: a@min.example", "X-MS-Exchange-ForwardingLoop: a@min.example",
			"Resent-From: eve@evil.example", "RESENT-bcc: eve@evil.example", "Resent-Reply-To: eve@evil.example",
			"Return-Path: <>", "Return-Path: < >", "Return-Path: (none) <>", "Auto-Submitted: no; x, auto-replied",
			"X-AutoReply-From: a@min.example", "X-Autogenerated: Reply", "X-Mail-Autoreply: 1",
			"X-Failed-Recipients: a@min.example", "X-MS-Exchange-MeetingForward-Message: Forward",
			"x-ms-mail-application: Microsoft Power Automate; User-Agent: azure-logic-apps/1.0",
			"Content-Class: urn:content-classes:mdn", "Content-Class: urn:content-classes:dsn" })
	void VA_03_whatAProgramSentDecidesNothing(String line) {
		theTrial(Trial.withHeader(line)).isRefusedBy("automatic");
	}

	@Test
	void VA_03_aReportOrACalendarAnswerDecidesNothing() {
		theTrial(Trial.with("text/plain; charset=utf-8", "text/calendar; method=REPLY; charset=utf-8")).isSilent();
		theTrial(Trial.of(multipart("multipart/report; report-type=delivery-status", "text/plain")))
			.isRefusedBy("automatic");
		theTrial(Trial.of(multipart("multipart/mixed", "text/calendar"))).isRefusedBy("automatic");
		theTrial(Trial.of(multipart("multipart/mixed", "application/ics"))).isRefusedBy("automatic");
		theTrial(Trial.of(multipart("multipart/mixed", "text/rfc822-headers"))).isRefusedBy("automatic");
	}

	@Test
	void VA_03_aCalendarFileBesideAnAnswerIsNoCalendarAnswer() {
		for (var method : List.of("PUBLISH", "REQUEST")) {
			theTrial(Trial.of(calendar("text/calendar; charset=utf-8", "METHOD:" + method))).isAccepted();
			theTrial(Trial.of(calendar("text/calendar; method=REPLY", "METHOD:" + method))).isRefusedBy("automatic");
			theTrial(Trial.of(calendar("text/calendar; method=" + method, "METHOD:RE\n PLY"))).isRefusedBy("automatic");
			theTrial(Trial.of(calendar("text/calendar; charset=x-none", "METHOD:" + method))).isRefusedBy("automatic");
		}
		theTrial(Trial.of(calendar("text/calendar", "METHOD:CANCEL"))).isRefusedBy("automatic");
		theTrial(Trial
			.of(calendar("text/calendar", "METHOD:PUBLISH").replace("multipart/mixed", "multipart/alternative")))
			.isRefusedBy("automatic");
	}

	private static String calendar(String type, String method) {
		return multipart("multipart/mixed", type).replace("BEGIN:VCALENDAR", "BEGIN:VCALENDAR\n" + method);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: no", "Auto-Submitted: no; owner-email=\"a@min.example\"",
			"Return-Path: (by hand) <anna.holm@min.example>", "X-Auto-Response-Suppress: All",
			"Precedence: first-class", "Return-Path: <anna.holm@min.example>" })
	void VA_03_whatAPersonsClientWritesTooIsNoSignOfAProgram(String line) {
		theTrial(Trial.withHeader(line)).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Countersign-Verdict: approved", "X-Countersign-State: decided",
			"Authentication-Results: min.example; dmarc=pass header.from=min.example", "X-Priority: 1" })
	void VA_10_headersOfOthersHaveNoPower(String line) {
		theTrial(Trial.of((line + "\n" + Trial.REPLY).replace("Godkendt", "Ikke godkendt"))).isAccepted();
		theTrial(Trial.withHeader(line).seenIn(Trial.seen(Trial.EVA, Folder.INBOX))).isHeldBecause("Sent Items");
	}

	private static String multipart(String type, String second) {
		return Trial.REPLY.replace("Content-Type: text/plain; charset=utf-8\n\nGodkendt\n", """
				Content-Type: %s; boundary=b

				--b
				Content-Type: text/plain; charset=utf-8

				Godkendt
				--b
				Content-Type: %s
				Content-Disposition: attachment; filename=answer

				BEGIN:VCALENDAR
				--b--
				""".formatted(type, second));
	}

}
