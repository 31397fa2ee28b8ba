package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Evidence.Defect;

import static org.assertj.core.api.Assertions.assertThat;

class MailParserTests {

	private static final String HEADER = """
			From: =?utf-8?Q?S=C3=B8ren_Holm?= <Soren@Min.example>
			To: Anna <anna@min.example>, bo@min.example
			Subject: =?iso-8859-1?Q?Lejem=E5l?=
			Date: Tue, 24 Nov 2026 11:00:00 +0100
			Message-ID: <one@min.example>
			In-Reply-To: <zero@min.example>
			References: <minus-one@min.example>
			 <zero@min.example>
			""";

	private static final String ALTERNATIVE = HEADER + """
			Content-Type: multipart/mixed; boundary=outer

			--outer
			Content-Type: multipart/alternative; boundary=inner

			--inner
			Content-Type: text/plain; charset=utf-8
			Content-Transfer-Encoding: quoted-printable

			Godkendt p=C3=A5 vilk=C3=A5r
			--inner
			Content-Type: text/html; charset=utf-8

			<p>Godkendt</p>
			--inner--
			--outer
			Content-Type: application/pdf; name="x.pdf"
			Content-Disposition: attachment; filename="notat.pdf"
			Content-Transfer-Encoding: base64

			SGVq
			--outer--
			""";

	@Test
	void aMailIsTakenApartIntoPeopleThreadTextAndFiles() {
		var mail = Mails.parse(ALTERNATIVE.replace("; name=\"x.pdf\"", ""));

		assertThat(mail.from()).contains(new Party("Søren Holm", new EmailAddress("soren@min.example")));
		assertThat(mail.to()).extracting(Party::address)
			.containsExactly(new EmailAddress("anna@min.example"), new EmailAddress("bo@min.example"));
		assertThat(mail.subject()).isEqualTo("Lejemål");
		assertThat(mail.sentAt()).contains(Instant.parse("2026-11-24T10:00:00Z"));
		assertThat(mail.threading().ancestors()).containsExactly("zero@min.example", "minus-one@min.example");
		assertThat(mail.content().text()).contains("Godkendt på vilkår");
		assertThat(mail.content().html()).contains("<p>Godkendt</p>");
		assertThat(mail.parts()).singleElement().satisfies((part) -> {
			assertThat(part.name()).isEqualTo("notat.pdf");
			assertThat(part.mediaType()).isEqualTo("application/pdf");
			assertThat(part.size()).isEqualTo(3);
		});
		assertThat(mail.remarks()).isEmpty();
		assertThat(mail.evidence().defects()).isEmpty();
	}

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

	@Test
	void IN_13_conflictingFileNamesMakeAMailAmbiguous() {
		assertThat(Mails.parse(ALTERNATIVE).isAmbiguous()).isTrue();
	}

	@Test
	void IN_13_ofTwoContentTypesTheOneWithMoreFilesIsReadAndTheMailIsMarked() {
		var mail = Mails.parse(ALTERNATIVE.replace("; name=\"x.pdf\"", "")
			.replace("Content-Type: multipart/mixed; boundary=outer",
					"Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=outer"));

		assertThat(mail.isAmbiguous()).isTrue();
		assertThat(mail.parts()).extracting(Part::name).containsExactly("notat.pdf");
		assertThat(mail.remarks()).contains("Two readings of this mail are possible; it cannot decide anything.");
	}

	@Test
	void IN_13_ofTwoBoundariesTheOneWithMoreFilesIsReadAndTheMailIsMarked() {
		var mail = Mails.parse(ALTERNATIVE.replace("; name=\"x.pdf\"", "")
			.replace("boundary=outer", "boundary=other; boundary=outer"));

		assertThat(mail.isAmbiguous()).isTrue();
		assertThat(mail.parts()).extracting(Part::name).containsExactly("notat.pdf");
	}

	@Test
	void IN_13_base64ThatGoesOnBehindItsPaddingMakesAMailAmbiguous() {
		var clean = ALTERNATIVE.replace("; name=\"x.pdf\"", "").replace("SGVq", "SGU=");

		assertThat(Mails.parse(clean).isAmbiguous()).isFalse();
		assertThat(Mails.parse(clean.replace("SGU=", "SGU=SGVq")).isAmbiguous()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/mixed; boundary=B; boundary*=utf-8''C",
			"text/plain; charset*0=utf-; charset*1=16", "text/plain; charset=utf-8; charset*=utf-16" })
	void IN_13_aParameterThatNotEveryProgramCanReadMakesAMailAmbiguous(String type) {
		var mail = Mails.parse("From: a@x.example\nContent-Type: %s\n\n--B\n\nHej\n--B--\n".formatted(type));

		assertThat(mail.isAmbiguous()).isTrue();
	}

	@Test
	void IN_13_anUnknownEncodingIsNoText() {
		var mail = "From: a@x.example\nContent-Type: text/plain\nContent-Transfer-Encoding: %s\n\nHej\n";

		assertThat(Mails.parse(mail.formatted("x-rot13")).evidence().defects()).contains(Defect.MALFORMED);
		assertThat(Mails.parse(mail.formatted("8BIT")).evidence().defects()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "text/markdown", "application/rtf", "image/png", "text/html; name=a.html", "text/x-amp-html" })
	void VA_17_aFormThatOnlySomeProgramsShowIsNoted(String type) {
		assertThat(forms("alternative", type).evidence().defects()).contains(Defect.OTHER_FORM);
		assertThat(forms("mixed", type).evidence().defects()).doesNotContain(Defect.OTHER_FORM);
	}

	/** It holds the whole mail once more, wherever it stands. */
	@ParameterizedTest
	@ValueSource(strings = { "application/ms-tnef", "application/octet-stream; name=WINMAIL.DAT" })
	void VA_17_theFormThatOutlookShowsIsNoted(String type) {
		assertThat(forms("mixed", type).evidence().defects()).contains(Defect.OTHER_FORM);
	}

	@Test
	void IN_13_aCharsetOfMainframesIsNoText() {
		var mail = "From: a@x.example\nContent-Type: text/plain; charset=%s\n\nHej\n";

		assertThat(Mails.parse(mail.formatted("ibm037")).evidence().defects()).contains(Defect.MALFORMED);
		assertThat(Mails.parse(mail.formatted("ibm850")).evidence().defects()).isEmpty();
		assertThat(Mails.parse(mail.formatted("iso-8859-1")).evidence().defects()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/calendar", "multipart/related; boundary=C" })
	void VA_17_theFormsThatEveryProgramShowsAreNot(String type) {
		assertThat(forms("alternative", type).evidence().defects()).doesNotContain(Defect.OTHER_FORM);
	}

	@Test
	void IN_13_aRepeatedSingleFieldMakesAMailAmbiguous() {
		for (var field : new String[] { "From: x@evil.example", "Subject: Andet", "Message-ID: <two@x.example>",
				"In-Reply-To: <x@x.example>", "Date: Mon, 23 Nov 2026 11:00:00 +0100" }) {
			var mail = Mails.parse(field + "\n" + ALTERNATIVE.replace("; name=\"x.pdf\"", ""));

			assertThat(mail.evidence().defects()).as(field).contains(Defect.REPEATED_FIELD, Defect.AMBIGUOUS);
		}
	}

	@Test
	void IN_13_twoTextsInOneAlternativeMakeAMailAmbiguous() {
		var mail = Mails.parse(ALTERNATIVE.replace("; name=\"x.pdf\"", "")
			.replace("--inner\nContent-Type: text/html; charset=utf-8\n", "--inner\nContent-Type: text/plain\n"));

		assertThat(mail.isAmbiguous()).isTrue();
	}

	@Test
	void aFromFieldThatNamesNobodyPlainlyNamesNobody() {
		for (var from : new String[] { "a@x.example, b@x.example", "Group: a@x.example, b@x.example;",
				"\"a@x.example\" <>", "undisclosed" }) {
			var mail = Mails.parse("From: " + from + "\nSubject: x\n\nHej");

			assertThat(mail.from()).as(from).isEmpty();
		}
	}

	@Test
	void whatAnotherReaderMightTakeDifferentlyInAHeaderIsNoted() {
		assertThat(Mails.parse("From : a@x.example\n\nHej").evidence().has(Defect.SPACE_AFTER_NAME)).isTrue();
		assertThat(Mails.parse("From: a@x.example\nno field\n\nHej").evidence().has(Defect.NOT_A_FIELD)).isTrue();
		assertThat(Mails.parse("From: a\0@x.example\n\nHej").evidence().has(Defect.CONTROL_CHARACTER)).isTrue();
		assertThat(Mails.parse("From: a@x.example\rBcc: b\n\nHej").evidence().has(Defect.BARE_LINE_BREAK)).isTrue();
		var unix = "From: a@x.example\n\nHej".getBytes(StandardCharsets.US_ASCII);
		assertThat(Mails.parse(unix, Limits.DEFAULT).evidence().has(Defect.BARE_LINE_BREAK)).isTrue();
	}

	@Test
	void wrongCharsetsAreRescued() {
		assertThat(Mails.parse("Content-Type: text/plain; charset=us-ascii\n\nbl\u00e5b\u00e6r").content().text())
			.contains("blåbær");
		assertThat(Mails.parse("Content-Type: text/plain; charset=iso-8859-1\n\n\u0093citat\u0094").content().text())
			.contains("“citat”");
		assertThat(Mails.parse("Content-Type: text/plain; charset=made-up\n\nbl\u00c3\u00a5").content().text())
			.contains("blå");
		assertThat(Mails.parse("Subject: bl\u00c3\u00a5\n\nx").subject()).isEqualTo("blå");
	}

	@Test
	void IN_14_nulAndHalfSurrogatesAreReplacedInWhatIsStored() {
		var mail = Mails.parse("Subject: a\0b\nContent-Type: text/plain; charset=utf-16be\n\n\0H\u00d8\0\0\0");

		assertThat(MessageJson.write(mail)).doesNotContain("\\u0000");
		assertThat(mail.subject()).isEqualTo("a\uFFFDb");
		assertThat(mail.content().text()).hasValueSatisfying((text) -> assertThat(text.codePoints())
			.noneMatch((point) -> point == 0 || point >= 0xD800 && point < 0xE000));
	}

	@ParameterizedTest
	@CsvSource({ "=?utf-8?Q?H=C3=B8ringssvar?= fra brugerne,Høringssvar fra brugerne.eml",
			"VS: Sag 12/2026 \\ a,VS Sag 12 2026 a.eml", "'',part-1.eml", "///,part-1.eml",
			"../../etc/passwd,.. .. etc passwd.eml" })
	void aMailWithinAMailIsCalledAsItsSubject(String subject, String name) {
		var mail = Mails.parse(HEADER + """
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
		var mail = Mails.parse(HEADER + """
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

	private static Message forms(String container, String type) {
		return Mails.parse("""
				From: a@x.example
				Content-Type: multipart/%s; boundary=B

				--B
				Content-Type: text/plain

				Hej
				--B
				Content-Type: %s

				--C
				Content-Type: text/html

				Hej
				--C
				Content-Type: image/png

				x
				--C--
				--B--
				""".formatted(container, type));
	}

}
