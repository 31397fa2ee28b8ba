package io.countersign.intake;

import java.time.Duration;
import java.util.List;

import io.countersign.intake.AutomaticMark.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What says that no person has sent a mail, and to whom that matters. */
class AutomaticMarkTests {

	private static final String MAIL = """
			From: Bo Lind <bo.lind@min.example>
			To: Dan Friis <dan.friis@min.example>
			Subject: SV: Udkast
			Content-Type: text/plain; charset=utf-8

			Godkendt
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Auto-Submitted: auto-replied|DECLARED",
			"AUTO-SUBMITTED: auto-generated; x=y|DECLARED", "Auto-Submitted:|DECLARED",
			"Auto-Submitted: no, auto-replied|DECLARED", "Auto-Submitted: no auto-replied|DECLARED",
			"Auto-Submitted: no (|DECLARED", "Auto-Submitted: ;no|DECLARED", "Auto-Submitted: n(x)o|DECLARED",
			"Auto-Submitted: (no) auto-replied|DECLARED", "Auto-Submitted: none|DECLARED", "X-Autoreply: yes|REPLY",
			"X-Autorespond: yes|REPLY", "X-FC-MachineGenerated: true|REPLY", "Delivered-To: Autoresponder|REPLY",
			"X-Precedence: bulk|BULK", "Mailing-List: contact x@y.example|LIST", "Precedence: auto_reply|REPLY",
			"Precedence: Junk|BULK", "Precedence: bulk (news)|BULK", "Precedence: list; x|LIST",
			"List-Id: <news.min.example>|LIST", "List-Post: <mailto:all@min.example>|LIST",
			"List-Archive: <https://lists.min.example/all>|LIST", "List-Help: <mailto:help@min.example>|LIST",
			"Content-Class: urn:content-classes:calendarmessage|REPORT", "Return-Path: <>|BOUNCE",
			"Return-Path: < >|BOUNCE", "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent|RULE",
			"x-ms-exchange-inbox-rules-loop: bo@min.example|RULE", "X-MS-Exchange-ForwardingLoop: bo@min.example|RULE",
			"Resent-From: eve@evil.example|RESENT", "RESENT-bcc: eve@evil.example|RESENT",
			"X-Mailer: Microsoft Power Automate|DECLARED", "X-Originating-Client: PowerAutomate|DECLARED",
			"X-MS-Mail-Application: Microsoft Power Automate|RULE",
			"X-MS-Exchange-Organization-AutoForwarded: true|RULE" })
	void VA_03_aMarkBarsAMailFromDecidingAndFromBeingAnswered(String line, Kind kind) {
		assertThat(AutomaticMark.barring(with(line))).map(AutomaticMark::kind).contains(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: no", "Auto-Submitted:  No (by hand) ", "Auto-Submitted: no; x=y",
			"Auto-Submitted: (c) no", "X-Auto-Response-Suppress: All", "Precedence: first-class",
			"Delivered-To: bo.lind@min.example", "Return-Path: <bo.lind@min.example>", "X-List-Id: news",
			"Content-Class: urn:content-classes:message", "List-Unsubscribe: <mailto:u@x.example>",
			"X-Mailer: Microsoft Outlook 16.0", "X-MS-Exchange-Organization-AutoForwarded: false",
			"X-MS-Exchange-Organization-RulesExecuted: mailbox-01", "Feedback-ID: 1.eu-west-1.sender:service" })
	void VA_03_whatAPersonsOwnMailMayCarryBarsNothing(String line) {
		assertThat(AutomaticMark.barring(with(line))).isEmpty();
	}

	@Test
	void VA_03_aReportOrACalendarAnswerIsBarredWhateverItsHeaderSays() {
		var report = MAIL.replace("text/plain; charset=utf-8", "multipart/report; boundary=b")
			.replace("Godkendt\n", "--b\nContent-Type: text/plain\n\nGodkendt\n--b--\n");
		var invitation = MAIL.replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b")
			.replace("Godkendt\n", "--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--b--\n");

		assertThat(AutomaticMark.barring(ReceivedMail.of(report).evidence())).map(AutomaticMark::kind)
			.contains(Kind.REPORT);
		assertThat(AutomaticMark.barring(ReceivedMail.of(invitation).evidence())).map(AutomaticMark::kind)
			.contains(Kind.REPORT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "X-Autoreply: yes", "List-Id: <x>", "Return-Path: <>",
			"Precedence: bulk", "Content-Type: text/calendar; method=REPLY", "Content-Type:  multipart/report",
			"List-Unsubscribe: <mailto:u@x.example>" })
	void noPersonHasWrittenWhatAProgramOrAMailingSends(String line) {
		assertThat(AutomaticMark.unwritten(header(line))).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-MS-Exchange-Inbox-Rules-Loop: bo@min.example", "Resent-From: bo.lind@min.example",
			"X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent", "Auto-Submitted: no" })
	void whatARuleOrAPersonSendsOnWasWrittenBySomebody(String line) {
		assertThat(AutomaticMark.unwritten(header(line))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated",
			"X-Autoreply: yes\nPrecedence: bulk", "Precedence: auto_reply\nReturn-Path: <>",
			"Auto-Submitted: auto-generated\nX-MS-Exchange-Inbox-Rules-Loop: bo@min.example" })
	void aMailboxThatAnswersForItsOwnerIsKnown(String lines) {
		assertThat(AutomaticMark.isReply(with(lines))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: no", "X-Note: Auto-Submitted: auto-replied", "Precedence: bulk",
			"Return-Path: <>", "Auto-Submitted: auto-generated\nList-Id: <x>",
			"Auto-Submitted: auto-replied\nResent-From: eve@evil.example",
			"X-MS-Exchange-Inbox-Rules-Loop: a@b.example" })
	void whatIsOnlyBulkOrResentOrByHandIsNoAnswerOfAMailbox(String lines) {
		assertThat(AutomaticMark.isReply(with(lines))).isFalse();
	}

	@Test
	void VA_03_theFirstOfSeveralMarksSaysWhy() {
		assertThat(AutomaticMark.barring(with("Precedence: bulk\nAuto-Submitted: auto-replied\nList-Id: <x>")))
			.map(AutomaticMark::sentence)
			.contains("It carries List-Id, which programs set.");
	}

	@Test
	void IN_11_aFieldWithoutEndIsReadInOnePass() {
		var long1 = new HeaderField("Auto-Submitted", "(".repeat(60_000) + "no");
		var long2 = new HeaderField("Auto-Submitted", "() ".repeat(20_000) + "yes");
		var long3 = new HeaderField("Precedence", "a ".repeat(30_000) + "bulk");

		assertThatCode(() -> assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
			assertThat(AutomaticMark.unwritten(List.of(long1))).isPresent();
			assertThat(AutomaticMark.unwritten(List.of(long2))).isPresent();
			assertThat(AutomaticMark.unwritten(List.of(long3))).isPresent();
		})).doesNotThrowAnyException();
	}

	private static Evidence with(String lines) {
		return ReceivedMail.of(lines + "\n" + MAIL).evidence();
	}

	private static List<HeaderField> header(String line) {
		var colon = line.indexOf(':');
		return List.of(new HeaderField(line.substring(0, colon), line.substring(colon + 1)));
	}

}
