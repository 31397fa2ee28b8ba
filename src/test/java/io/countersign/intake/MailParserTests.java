package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Evidence.Defect;

import static org.assertj.core.api.Assertions.assertThat;

class MailParserTests {

	@Test
	void aMailIsTakenApartIntoPeopleThreadTextAndFiles() {
		var mail = Mails.parse(Mails.WITH_A_FILE);

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

	@Test
	void IN_13_anUnknownEncodingIsNoText() {
		var mail = "From: a@x.example\nContent-Type: text/plain\nContent-Transfer-Encoding: %s\n\nHej\n";

		assertThat(Mails.parse(mail.formatted("x-rot13")).evidence().defects()).contains(Defect.MALFORMED);
		assertThat(Mails.parse(mail.formatted("8BIT")).evidence().defects()).isEmpty();
	}

	@Test
	void IN_13_aCharsetOfMainframesIsNoText() {
		var mail = "From: a@x.example\nContent-Type: text/plain; charset=%s\n\nHej\n";

		assertThat(Mails.parse(mail.formatted("ibm037")).evidence().defects()).contains(Defect.MALFORMED);
		assertThat(Mails.parse(mail.formatted("ibm850")).evidence().defects()).isEmpty();
		assertThat(Mails.parse(mail.formatted("iso-8859-1")).evidence().defects()).isEmpty();
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

}
