package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibilityTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@ValueSource(strings = { "font-size:0", "font-size: 0px", "font-size:1px", "font-size:0.4em", "font-size:.1rem",
			"font-size:0.9px", "font-size:.5pt", "display:none", "opacity:0", "color:transparent" })
	void whatNobodySeesIsNotWritten(String style) {
		assertThat(own(style)).doesNotContain("Godkendt").contains("Send det bare.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "font-size:0.95em", "font-size:.8rem", "font-size:10pt", "font-size:11.0pt",
			"font-size:100%", "opacity:0.9", "color:#1f497d" })
	void whatIsOnlySmallerIsWritten(String style) {
		assertThat(own(style)).contains("Godkendt", "Send det bare.");
	}

	private static String own(String style) {
		return READER.read(Mail.ofHtml("", "<p style='%s'>Godkendt</p><p>Send det bare.</p>".formatted(style)))
			.own()
			.text();
	}

}
