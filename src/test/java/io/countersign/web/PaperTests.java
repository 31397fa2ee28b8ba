package io.countersign.web;

import java.io.IOException;
import java.util.Locale;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaperTests {

	@Test
	void whatIsWrittenCanBeReadAgainOnEverySheet() throws IOException {
		byte[] pdf;
		try (var paper = new Paper("2026-0001 Lejekontrakt", Locale.of("da"))) {
			paper.title("Godkend lejekontrakten på Æblevænget");
			paper.heading("Tråd");
			for (int line = 0; line < 200; line++) {
				paper.quote(
						"Linje %d: Łódź, Ærø og ελληνικά, og en sætning der er så lang, at den ikke kan være på én linje."
							.formatted(line));
			}
			paper.foot("Udskrevet");
			pdf = paper.bytes();
		}

		try (var read = Loader.loadPDF(pdf)) {
			assertThat(read.getNumberOfPages()).isGreaterThan(3);
			assertThat(read.getDocumentInformation().getTitle()).isEqualTo("2026-0001 Lejekontrakt");
			assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("da");
			var text = new PDFTextStripper().getText(read);
			assertThat(text).contains("Æblevænget", "Linje 0: Łódź, Ærø og ελληνικά", "Linje 199:",
					"Udskrevet    %1$d / %1$d".formatted(read.getNumberOfPages()));
		}
	}

	@Test
	void whatNoFontHasIsShownAsMissingAndAnEndlessWordIsCut() throws IOException {
		try (var paper = new Paper("x", Locale.ENGLISH)) {
			paper.text("A \uD83D\uDC4D and a \u0000 and a \t tab\r\nnext line");
			paper.text("W".repeat(5000));

			try (var read = Loader.loadPDF(paper.bytes())) {
				var text = new PDFTextStripper().getText(read);
				assertThat(text).contains("A ? and a", "next line");
				assertThat(text.chars().filter((letter) -> letter == 'W').count()).isEqualTo(5000);
			}
		}
	}

}
