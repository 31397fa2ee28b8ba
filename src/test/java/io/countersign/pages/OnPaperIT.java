package io.countersign.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A case as a record to file, and a board to hang up. */
class OnPaperIT extends Morning {

	@Test
	void aPrintedCaseHasWhatWasSaidAndNothingToClick() {
		print(Staff.ANNA, "/cases/" + this.ministry.lease());

		for (var shown : List.of("h1", "#verdicts", "#conditions", "#thread", "#documents", "#audit")) {
			assertThat(this.window.page().locator(shown).first()).isVisible();
		}
		for (var hidden : List.of(".rail", ".crumbs", ".tools", ".jump", "#decide", "#note", ".moving",
				".adding summary", ".decide-bar")) {
			assertThat(this.window.page().locator(hidden).locator("visible=true")).hasCount(0);
		}
		assertThat(this.window.page().evaluate("getComputedStyle(document.body).backgroundColor"))
			.isEqualTo("rgb(255, 255, 255)");
	}

	@Test
	void aPrintedBoardHasItsCasesAndNothingToClick() {
		print(Staff.EVA, "/");

		assertThat(this.window.page().locator(".row").first()).isVisible();
		for (var hidden : List.of(".rail", ".tools", ".live", "#toolbar", ".bulk", ".keys", ".c-act")) {
			assertThat(this.window.page().locator(hidden).locator("visible=true")).hasCount(0);
		}
	}

	@Test
	void theRecordOfACaseIsAPdfOfTheSame() throws IOException {
		this.window.of(Staff.ANNA, "da");

		var answer = this.window.page()
			.request()
			.get(this.house.uri() + "/cases/%s/case.pdf".formatted(this.ministry.lease()));

		assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
		try (var file = Loader.loadPDF(answer.body())) {
			assertThat(new PDFTextStripper().getText(file)).contains(number(this.ministry.lease()),
					"Lejekontrakt for Havnegade 12", "Clara Juhl", "Godkendt med bemærkninger", "Lejekontrakt.pdf");
		}
		assertThat(new String(answer.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
	}

	private void print(Staff reader, String place) {
		this.window.of(reader, "da").opens(place);
		this.window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
	}

}
