package io.countersign.intake;

import io.countersign.intake.Evidence.Defect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OtherFormTests {

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

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/calendar", "multipart/related; boundary=C" })
	void VA_17_theFormsThatEveryProgramShowsAreNot(String type) {
		assertThat(forms("alternative", type).evidence().defects()).doesNotContain(Defect.OTHER_FORM);
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
