package io.countersign.pages;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.countersign.cases.Verdict;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page behind the mail that asks whether an answer was his. */
class ConfirmingIT extends Morning {

	@Test
	void VA_19_theQuestionIsAskedOnAPageAndAnsweredByOneTap() {
		this.window.of(Staff.GRO, "da").wide(390).opens("/mine");
		var question = this.window.page()
			.locator(".mine-held")
			.filter(new Locator.FilterOptions().setHas(this.window.page().locator("a[href='%s']".formatted(place()))));
		assertThat(question.locator("p")).containsText("læst som «Godkendt», tæller ikke, før du bekræfter det.");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(this.window.scrollsSideways()).isFalse();

		question.locator("a").click();

		assertThat(this.window.page().locator("h1")).hasText("Er det dit svar?");
		assertThat(this.window.page().locator("main blockquote")).hasText("Godkendt");
		assertThat(this.window.page().locator(".ap-view")).hasText("Godkendt.");
		assertThat(held().state()).as("opening it answers nothing").isEqualTo(Verdict.State.HELD);
		for (var scheme : ColorScheme.values()) {
			this.window.in(scheme);
			assertThat(this.window.barriers()).isEmpty();
		}
		assertThat(this.window.scrollsSideways()).isFalse();

		this.window.button("Ja, det er mit svar").click();

		assertThat(this.window.page()).hasURL(Pattern.compile(".*/cases/.*done#verdicts"));
		assertThat(held().state()).isEqualTo(Verdict.State.ACTIVE);
		this.window.opens(place());
		assertThat(this.window.page()).hasURL(Pattern.compile(".*/cases/[^/]*#verdicts"));
	}

	@Test
	void VA_19_whoeverDidNotAnswerSaysSo() {
		this.window.of(Staff.GRO, "en").opens(place());

		this.window.button("No, it is not my answer").click();

		assertThat(this.window.page()).hasURL(Pattern.compile(".*/cases/[^/]*#verdicts"));
		assertThat(held().state()).isEqualTo(Verdict.State.SUPERSEDED);
	}

	@Test
	void UI_09_nobodyElseIsAsked() {
		this.window.of(Staff.EVA, "da");

		assertThat(this.window.page().request().get(this.house.uri() + place()).status()).isEqualTo(404);
	}

	private String place() {
		return "/cases/%s/verdicts/%s/confirm".formatted(this.ministry.held(), held().id());
	}

	private Verdict held() {
		return view(this.ministry.held()).verdicts().getFirst();
	}

}
