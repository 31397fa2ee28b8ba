package io.countersign.intake;

import io.countersign.intake.Evidence.Defect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail that two programs may read in two ways decides nothing. */
class AmbiguousMailTests {

	@Test
	void IN_13_conflictingFileNamesMakeAMailAmbiguous() {
		assertThat(
				Mails.parse(Mails.WITH_A_FILE.replace("application/pdf", "application/pdf; name=x.pdf")).isAmbiguous())
			.isTrue();
	}

	@Test
	void IN_13_ofTwoContentTypesTheOneWithMoreFilesIsReadAndTheMailIsMarked() {
		var mail = Mails.parse(Mails.WITH_A_FILE.replace("Content-Type: multipart/mixed; boundary=outer",
				"Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=outer"));

		assertThat(mail.isAmbiguous()).isTrue();
		assertThat(mail.parts()).extracting(Part::name).containsExactly("notat.pdf");
		assertThat(mail.remarks()).contains("Two readings of this mail are possible; it cannot decide anything.");
	}

	@Test
	void IN_13_ofTwoBoundariesTheOneWithMoreFilesIsReadAndTheMailIsMarked() {
		var mail = Mails.parse(Mails.WITH_A_FILE.replace("boundary=outer", "boundary=other; boundary=outer"));

		assertThat(mail.isAmbiguous()).isTrue();
		assertThat(mail.parts()).extracting(Part::name).containsExactly("notat.pdf");
	}

	@Test
	void IN_13_base64ThatGoesOnBehindItsPaddingMakesAMailAmbiguous() {
		var clean = Mails.WITH_A_FILE.replace("SGVq", "SGU=");

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
	void IN_13_aRepeatedSingleFieldMakesAMailAmbiguous() {
		for (var field : new String[] { "From: x@evil.example", "Subject: Andet", "Message-ID: <two@x.example>",
				"In-Reply-To: <x@x.example>", "Date: Mon, 23 Nov 2026 11:00:00 +0100" }) {
			var mail = Mails.parse(field + "\n" + Mails.WITH_A_FILE);

			assertThat(mail.evidence().defects()).as(field).contains(Defect.REPEATED_FIELD, Defect.AMBIGUOUS);
		}
	}

	@Test
	void IN_13_twoTextsInOneAlternativeMakeAMailAmbiguous() {
		var mail = Mails.parse(Mails.WITH_A_FILE.replace("--inner\nContent-Type: text/html; charset=utf-8\n",
				"--inner\nContent-Type: text/plain\n"));

		assertThat(mail.isAmbiguous()).isTrue();
	}

}
