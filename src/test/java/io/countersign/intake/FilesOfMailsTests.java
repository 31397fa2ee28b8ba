package io.countersign.intake;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a mail is a file, and how it is called. */
class FilesOfMailsTests {

	/**
	 * Apple Mail writes files so; whoever is asked about one is asked about its bytes.
	 */
	@Test
	void IN_13_onlyAPictureIsAPartOfTheTextThatNamesIt() {
		var related = """
				Content-Type: multipart/related; boundary=b

				--b
				Content-Type: text/html

				<img src="cid:logo">
				--b
				Content-Type: %s; name="x"
				Content-ID: <logo>
				Content-Disposition: inline; filename="x"

				bytes
				--b--
				""";

		assertThat(Mails.parse(related.formatted("image/png")).parts()).extracting(Part::role)
			.containsExactly(Part.Role.INLINE);
		assertThat(Mails.parse(related.formatted("application/pdf")).parts()).extracting(Part::role)
			.containsExactly(Part.Role.ATTACHMENT);
	}

	@ParameterizedTest
	@CsvSource({ "=?utf-8?Q?H=C3=B8ringssvar?= fra brugerne,Høringssvar fra brugerne.eml",
			"VS: Sag 12/2026 \\ a,VS Sag 12 2026 a.eml", "'',part-1.eml", "///,part-1.eml",
			"../../etc/passwd,.. .. etc passwd.eml" })
	void aMailWithinAMailIsCalledAsItsSubject(String subject, String name) {
		var mail = Mails.parse(Mails.HEAD + """
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: message/rfc822

				Subject: %s

				Hej
				--b--
				""".formatted(subject));

		assertThat(mail.parts()).extracting(Part::name).containsExactly(name);
	}

	@Test
	void filesOfEveryKindAreKept() {
		var mail = Mails.parse(Mails.HEAD + """
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: text/plain

				Hej
				--b
				Content-Type: message/rfc822

				From: a@x.example
				Subject: Inside
				Content-Type: multipart/mixed; boundary=c

				--c
				Content-Type: text/plain

				Approved
				--c--
				--b
				Content-Type: text/calendar; method=REPLY

				BEGIN:VCALENDAR
				--b
				Content-Type: application/ms-tnef; name=winmail.dat
				Content-Transfer-Encoding: base64

				eJ8+Ig==
				--b
				Content-Type: message/external-body; access-type=URL; URL="http://evil.example/x"

				Content-Type: text/html
				--b--
				""");

		assertThat(mail.content().text()).contains("Hej");
		assertThat(mail.parts()).extracting(Part::role)
			.containsExactly(Part.Role.NESTED_MAIL, Part.Role.CALENDAR, Part.Role.ATTACHMENT, Part.Role.ATTACHMENT);
		assertThat(mail.parts()).extracting(Part::name)
			.containsExactly("Inside.eml", "part-2.ics", "winmail.dat", "part-4.bin");
		assertThat(mail.evidence().partTypes()).contains("text/calendar", "message/rfc822");
	}

	@Test
	void IN_15_anExternalBodyIsAFileAndNotFetched() {
		var mail = "Content-Type: message/external-body; access-type=URL; URL=\"http://evil.example/x\"\n\nghost";

		assertThat(new String(Mails.file(mail, 0), StandardCharsets.US_ASCII)).isEqualTo("ghost");
	}

	@Test
	void fileNamesAreCleaned() {
		var mail = Mails.parse("""
				Content-Type: application/pdf
				Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fetc%2Fre%E2%80%AEfdp.exe

				x
				""");

		assertThat(mail.parts()).singleElement().extracting(Part::name).isEqualTo("refdp.exe");
	}

}
