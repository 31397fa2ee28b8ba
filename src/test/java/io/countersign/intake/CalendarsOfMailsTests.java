package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.countersign.intake.Evidence.Calendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What calendars are to the mails they come with, and whom that bars from what. */
class CalendarsOfMailsTests {

	private static final String FILE = "\nContent-Disposition: attachment; filename=moede.ics";

	private static final String MEETING = """
			BEGIN:VCALENDAR
			VERSION:2.0
			METHOD:%s
			BEGIN:VEVENT
			UID:1
			ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna.holm@min.example
			SUMMARY:Budget
			END:VEVENT
			END:VCALENDAR
			""";

	@ParameterizedTest
	@ValueSource(strings = { "text/calendar", "text/calendar; charset=utf-8", "text/calendar; method=PUBLISH",
			"TEXT/Calendar; METHOD=\"publish\"", "application/ics; name=moede.ics",
			"text/calendar;\n method=PUBLISH;\n name=moede.ics" })
	void VA_03_aCalendarThatIsAFileBesideTheTextBarsNothing(String type) {
		var mail = beside(type + FILE, MEETING.formatted("PUBLISH"));

		assertThat(mail.evidence().calendars()).containsExactly(Calendar.FILE);
		assertThat(AutomaticMark.barring(mail.evidence())).isEmpty();
		assertThat(AutomaticMark.barringMatter(mail.evidence())).isEmpty();
	}

	/** Who only asks for a decision brings what he likes; who decides does not. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "text/calendar|METHOD:PUBLISH", "text/calendar; method=REQUEST|METHOD:REQUEST",
					"text/calendar@|X-WR-CALNAME:Budget", "text/calendar@|METHOD:CANCEL",
					"text/calendar@|METHOD;X=1:REQUEST", "text/calendar@|METHOD:",
					"text/calendar; method=REQUEST@|METHOD:PUBLISH", "text/calendar; charset=x-unknown@|METHOD:PUBLISH",
					"text/calendar; charset=Cp037@|METHOD:PUBLISH",
					"text/calendar; method*0=REQ; method*1=UEST@|METHOD:REQUEST",
					"text/calendar; method=REQUEST; method=PUBLISH@|METHOD:REQUEST",
					"text/calendar; (method=a) x=y@|METHOD:REQUEST" })
	void VA_03_aCalendarThatDoesNotSayPlainlyWhatItDoesBarsAVerdictAlone(String type, String line) {
		var mail = beside(type.replace("@", FILE), MEETING.replace("METHOD:%s", line));

		assertThat(mail.evidence().calendars()).containsExactly(Calendar.UNCLEAR);
		assertThat(AutomaticMark.barring(mail.evidence())).contains(AutomaticMark.REPORT);
		assertThat(AutomaticMark.barringMatter(mail.evidence())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/calendar; method=REPLY", "text/calendar; method=reply",
			"text/calendar; Method=\"RePly\"", "text/calendar;\n charset=utf-8;\n\tmethod=REPLY",
			"text/calendar; method=\"RE\\PLY\"", "text/calendar; method=\" REPLY \"", "text/calendar; method = REPLY",
			"text/calendar; method*0=RE; method*1=PLY", "text/calendar; method*1=PLY; method*0=RE",
			"text/calendar; method*=utf-8''%52EPLY", "text/calendar; method*0*=utf-8''RE; method*1*=%50LY",
			"text/calendar; method=REQUEST; method=REPLY", "text/calendar; method=REPLY; method=REQUEST",
			"text/calendar; method=\"=?utf-8?Q?REPLY?=\"", "text/calendar; method=COUNTER",
			"text/calendar; method=DeclineCounter", "text/calendar; method=(a)REPLY", "text/calendar; method=REPLY(a)",
			"application/ics; name=invite.ics; method=REPLY", "text/calendar; method=\"REPLY" })
	void VA_03_aTypeThatSaysItIsAnAnswerBarsEverything(String type) {
		for (var method : List.of("REQUEST", "REPLY")) {
			assertAnswers(beside(type + FILE, MEETING.formatted(method)));
			assertAnswers(beside(type, MEETING.formatted(method)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "METHOD:REPLY", "method:reply", "Method: REPLY ", "METHOD:RE\n PLY", "MET\n\tHOD:REPLY",
			"M\n E\n T\n H\n O\n D\n :\n R\n E\n P\n L\n Y", "METHOD;X=\"a:b\":REPLY", "METHOD;X=REQUEST:REPLY",
			"METHOD :REPLY", " METHOD:REPLY", "\n METHOD:REPLY", "METHOD:COUNTER", "METHOD:DECLINECOUNTER",
			"METHOD:REQUEST\nMETHOD:REPLY", "METHOD:REPLY\nMETHOD:REQUEST", "METHOD:\"REPLY\"", "\uFEFFMETHOD:REPLY" })
	void VA_03_aCalendarThatSaysItIsAnAnswerBarsEverything(String lines) {
		var calendar = MEETING.replace("METHOD:%s", lines);
		for (var type : List.of("text/calendar", "text/calendar; method=REQUEST", "application/ics; method=PUBLISH")) {
			assertAnswers(beside(type + FILE, calendar));
			assertAnswers(beside(type + FILE + "\nContent-Transfer-Encoding: base64", base64(calendar, "\n")));
			assertAnswers(beside(type + FILE + "\nContent-Transfer-Encoding: base64", base64(calendar, "\r\n")));
			assertAnswers(beside(type + FILE + "\nContent-Transfer-Encoding: base64", base64(calendar, "\r")));
			assertAnswers(beside(type + FILE + "\nContent-Transfer-Encoding: quoted-printable", quoted(calendar)));
		}
	}

	@Test
	void VA_03_anAnswerInAnotherCharsetIsOne() {
		for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
			var calendar = Base64.getMimeEncoder().encodeToString(MEETING.formatted("REPLY").getBytes(charset));
			assertAnswers(beside(
					"text/calendar; charset=%s%s\nContent-Transfer-Encoding: base64".formatted(charset.name(), FILE),
					calendar));
			assertAnswers(beside("text/calendar" + FILE + "\nContent-Transfer-Encoding: base64", calendar));
		}
	}

	@Test
	void VA_03_anAnswerBehindAMillionLinesIsOne() {
		var calendar = "BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + "X-FILL:0123456789\n".repeat(1_000_000) + "METHOD:REPLY\n";

		assertAnswers(beside("text/calendar" + FILE, calendar));
	}

	@Test
	void VA_03_anAnswerBehindAVeryLongLineIsOne() {
		var calendar = "BEGIN:VCALENDAR\nX-FILL:" + "0".repeat(100_000) + "\n ".repeat(10_000) + "\nMETHOD:REPLY\n";

		assertAnswers(beside("text/calendar" + FILE + "\nContent-Transfer-Encoding: base64", base64(calendar, "\n")));
	}

	@Test
	void VA_03_whereTheFilesAreTooManyTheAnswerAmongThemIsFoundAllTheSame() {
		var parts = new StringBuilder();
		for (var number = 0; number < Limits.DEFAULT.attachments(); number++) {
			parts.append("\n--b\nContent-Type: application/pdf\n\nx");
		}
		parts.append("\n--b\nContent-Type: text/calendar")
			.append(FILE)
			.append("\n\n")
			.append(MEETING.formatted("REPLY"));

		assertAnswers(mail("multipart/mixed; boundary=b", "--b\n\nMå vi?" + parts + "\n--b--\n"));
	}

	@Test
	void VA_03_oneAnswerAmongSeveralCalendarsBarsEverything() {
		var mail = mail("multipart/mixed; boundary=b", """
				--b
				Content-Type: text/plain; charset=utf-8

				Godkendt
				--b
				Content-Type: text/calendar; method=PUBLISH
				Content-Disposition: attachment

				%s
				--b
				Content-Type: text/calendar
				Content-Disposition: attachment

				%s
				--b--
				""".formatted(MEETING.formatted("PUBLISH"), MEETING.formatted("REPLY")));

		assertThat(mail.evidence().calendars()).containsExactlyInAnyOrder(Calendar.FILE, Calendar.ANSWER);
		assertBars(mail);
	}

	/** As Exchange and Google send them. */
	@ParameterizedTest
	@ValueSource(strings = { "multipart/alternative; boundary=b",
			"multipart/mixed; boundary=a\n\n--a\nContent-Type: " + "multipart/alternative; boundary=b",
			"multipart/alternative; boundary=a\n\n--a\nContent-Type: " + "multipart/related; boundary=b" })
	void VA_03_anInvitationIsNeitherAnAnswerNorARequest(String type) {
		var mail = mail(type, """
				--b
				Content-Type: text/plain; charset=utf-8

				Må vi mødes?
				--b
				Content-Type: text/calendar; charset=utf-8; method=REQUEST

				%s
				--b--
				""".formatted(MEETING.formatted("REQUEST")));

		assertThat(mail.evidence().calendars()).containsExactly(Calendar.INVITATION);
		assertBars(mail);
	}

	@Test
	void VA_03_aMailThatIsACalendarIsNoRequest() {
		for (var type : List.of("text/calendar; method=REQUEST", "text/calendar; method=PUBLISH" + FILE,
				"application/ics")) {
			var mail = mail(type, MEETING.formatted("REQUEST"));
			assertThat(mail.evidence().calendars()).containsExactly(Calendar.INVITATION);
			assertBars(mail);
		}
	}

	/** Somebody passes on what another has answered: it is no answer of his. */
	@Test
	void aCalendarWithinAMailWithinTheMailIsNotThisMails() {
		var mail = beside("message/rfc822", """
				From: bo.lind@min.example
				Content-Type: text/calendar; method=REPLY

				%s""".formatted(MEETING.formatted("REPLY")));

		assertThat(mail.evidence().calendars()).isEmpty();
		assertThat(AutomaticMark.barringMatter(mail.evidence())).isEmpty();
	}

	@Test
	void wordsOfAMeetingThatOnlyMentionAMethodSayNothing() {
		var mail = beside("text/calendar; name=reply.ics" + FILE, MEETING.formatted("PUBLISH")
			.replace("SUMMARY:Budget", "SUMMARY:Budget\\, METHOD:REPLY\nMETHODS:REPLY"));

		assertThat(mail.evidence().calendars()).containsExactly(Calendar.FILE);
	}

	/** Nobody has looked at its calendars. */
	@Test
	void VA_03_aMailThatWasKeptBeforeThisWasLookedAtIsBarred() {
		var written = MessageJson.write(beside("text/calendar" + FILE, MEETING.formatted("PUBLISH")));
		assertThat(written).contains(",\"calendars\":[\"FILE\"]");
		var kept = MessageJson.read(written.replace(",\"calendars\":[\"FILE\"]", "")).evidence();

		assertThat(kept.calendars()).isEmpty();
		assertThat(AutomaticMark.barring(kept)).contains(AutomaticMark.REPORT);
		assertThat(AutomaticMark.barringMatter(kept)).contains(AutomaticMark.REPORT);
	}

	private static void assertAnswers(Message mail) {
		assertThat(mail.evidence().calendars()).containsExactly(Calendar.ANSWER);
		assertBars(mail);
	}

	private static void assertBars(Message mail) {
		assertThat(AutomaticMark.barring(mail.evidence())).contains(AutomaticMark.REPORT);
		assertThat(AutomaticMark.barringMatter(mail.evidence())).contains(AutomaticMark.REPORT);
	}

	/**
	 * @param type of the part, and fields that follow it
	 */
	private static Message beside(String type, String content) {
		return mail("multipart/mixed; boundary=b", """
				--b
				Content-Type: text/plain; charset=utf-8

				Må vi godkende udkastet?
				--b
				Content-Type: %s

				%s
				--b--
				""".formatted(type, content));
	}

	private static Message mail(String type, String body) {
		return ReceivedMail.of("""
				From: Eve Stranger <eve@stranger.example>
				To: Anna Holm <anna.holm@min.example>
				Subject: Udkast
				MIME-Version: 1.0
				Content-Type: %s

				%s""".formatted(type, body));
	}

	private static String base64(String text, String lineEnd) {
		return Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
			.encodeToString(text.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));
	}

	private static String quoted(String text) {
		return text.replace("\uFEFF", "").replace("=", "=3D").replace("M", "=4D").replace("P", "=\n=50");
	}

}
