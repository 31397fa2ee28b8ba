package io.countersign.pages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Leaders answer on pages, in a real browser. */
class AnsweringIT extends Morning {

	@Test
	void theKeyboardAloneLeadsFromTheBoardThroughTheCaseToTheAnswer() {
		this.window.of(Staff.ANNA, "da").opens("/?q=" + number(this.ministry.lease()));

		this.window.press("j", "Enter");
		this.window.page().waitForURL(Pattern.compile(".*/cases/[^/]+$"));
		this.window.press("b");
		this.window.page().waitForURL(Pattern.compile(".*answer=cond"));
		this.window.page().keyboard().press("Tab");
		focus("#words");
		this.window.page().keyboard().type("Kun for fem år");
		this.window.press("Tab", "Enter");

		assertThat(this.window.page().locator(".ap-stamp")).containsText("Godkendt med bemærkninger");
		answersAreSent();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).singleElement().satisfies((verdict) -> {
			assertThat(verdict.decision().conditions()).containsExactly("Kun for fem år");
			assertThat(verdict.decision().method()).isEqualTo(Decision.Method.PAGE);
		});
		assertThat(view(this.ministry.lease()).state()).isEqualTo(CaseState.DECIDED);
	}

	@Test
	void oneTouchApprovesAlsoWithoutScript() {
		this.window.withoutScript(Staff.ANNA).wide(390).opens("/cases/%s/decide".formatted(this.ministry.lease()));

		this.window.page().locator("button.btn--primary").click();

		assertThat(this.window.page().locator(".ap-stamp")).containsText("Godkendt");
		answersAreSent();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).extracting((verdict) -> verdict.decision().outcome())
			.containsExactly(Outcome.APPROVED);
	}

	@Test
	void UI_07_openingALinkDecidesNothing() {
		this.window.of(Staff.ANNA, "da");

		for (var answer : List.of("yes", "cond", "back", "no", "pass", "later")) {
			this.window.opens("/cases/%s/decide?answer=%s".formatted(this.ministry.lease(), answer));
		}
		this.window.opens("/cases/%s/verdict?outcome=yes".formatted(this.ministry.lease()));

		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();
	}

	@Test
	void whoeverIsNotAskedCannotAnswerAndIsToldSo() {
		this.window.of(Staff.EVA, "da").opens("/cases/%s/decide".formatted(this.ministry.lease()));
		assertThat(this.window.page().locator(".ap-act")).containsText("Her er intet at svare på");

		var refused = post(this.ministry.lease(), ask(Staff.ANNA), "yes", "eva-tries-it");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();
	}

	@Test
	void UI_07_anAnswerWithoutTheFormsTokenIsRefused() {
		this.window.of(Staff.ANNA, "da").opens("/mine");

		var refused = this.window.page()
			.request()
			.post(this.house.uri() + "/cases/%s/verdict".formatted(this.ministry.lease()), RequestOptions.create()
				.setForm(FormData.create().set("ask", ask(Staff.ANNA)).set("outcome", "yes").set("key", "12345678")));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();
	}

	@Test
	void theSameFormSentTwiceIsOneAnswer() {
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide".formatted(this.ministry.lease()));

		post(this.ministry.lease(), ask(Staff.ANNA), "back", "one-and-the-same", "Tallene mangler");
		post(this.ministry.lease(), ask(Staff.ANNA), "back", "one-and-the-same", "Tallene mangler");
		answersAreSent();

		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).hasSize(1);
		assertThat(view(this.ministry.lease()).holder()).contains(Staff.DAN.email());
	}

	@Test
	void wrongInputIsAnsweredBesideTheFieldAndNothingTypedIsLost() {
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide?answer=pass".formatted(this.ministry.lease()));
		this.window.page().fill("#delegate", "stranger@elsewhere.example");
		this.window.page().fill("#words", "Se på prisen");

		this.window.page().locator(".decide-form button[type=submit]").click();

		assertThat(this.window.page().locator("#delegate-e")).isVisible();
		assertThat(this.window.page().locator("#words")).hasValue("Se på prisen");
		assertThat(this.window.page().locator("#delegate")).hasValue("stranger@elsewhere.example");
		assertThat(this.window.barriers()).isEmpty();
		this.window.page().fill("#delegate", Staff.BO.address());
		this.window.page().locator(".decide-form button[type=submit]").click();
		assertThat(this.window.page().locator(".ap-stamp")).containsText("Delegeret");
		answersAreSent();
		assertThat(view(this.ministry.lease()).holder()).contains(Staff.BO.email());
		assertThat(view(this.ministry.lease()).asks()).anyMatch((asked) -> asked.approver().equals(Staff.BO.email()));
	}

	@Test
	void severalAreApprovedAtOnce() {
		this.window.of(Staff.ANNA, "da").opens("/mine");
		this.window.page().locator("input[value^='%s ']".formatted(this.ministry.lease())).check();
		this.window.page().locator("input[value^='%s ']".formatted(this.ministry.answer())).check();

		this.window.page().locator(".mine-batch > button").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("2");
		answersAreSent();
		assertThat(view(this.ministry.lease()).outcome()).isEqualTo(Optional.of(Outcome.APPROVED));
		assertThat(view(this.ministry.answer()).outcome()).isEqualTo(Optional.of(Outcome.APPROVED));
	}

	@Test
	void anAnswerIsTakenBackBeforeItCountsAndItsWordsAreKept() {
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide?answer=back".formatted(this.ministry.lease()));
		this.window.page().fill("#words", "Tallene mangler");
		this.window.page().locator(".decide-form button[type=submit]").click();
		assertThat(this.window.page().locator(".ap-stamp")).containsText("Indtil da kan du fortryde");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();

		this.window.button("Fortryd").click();

		assertThat(this.window.page().locator(".alert--ok")).containsText("taget tilbage");
		assertThat(this.window.page().locator("#words")).hasValue("Tallene mangler");
		answersAreSent();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();
		assertThat(view(this.ministry.lease()).state()).isEqualTo(CaseState.WAITING);
	}

	@Test
	void anAnswerThatIsOvertakenIsNotGivenAndSaysSo() {
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide".formatted(this.ministry.answer()));
		this.window.page().locator("button.btn--primary").click();
		this.window.page().locator(".ap-stamp").waitFor();
		this.window.of(Staff.EVA, "da").sends("/cases/%s/close".formatted(this.ministry.answer()), FormData.create());

		answersAreSent();

		assertThat(verdicts(this.ministry.answer(), Staff.ANNA)).isEmpty();
		this.window.of(Staff.ANNA, "da").opens("/mine");
		assertThat(this.window.page().locator(".alert--err").first()).containsText("Svaret tæller ikke");
	}

	private void focus(String selector) {
		for (int tabs = 0; tabs < 30 && !isFocused(selector); tabs++) {
			this.window.press("Tab");
		}
	}

	private boolean isFocused(String selector) {
		return (Boolean) this.window.page().evaluate("document.activeElement.matches('%s')".formatted(selector));
	}

	private APIResponse post(CaseId id, String ask, String outcome, String key) {
		return post(id, ask, outcome, key, "");
	}

	/** Sends the form as the page would, with the token of the signed-in session. */
	private APIResponse post(CaseId id, String ask, String outcome, String key, String words) {
		this.window.opens("/mine");
		var token = this.window.page().locator("input[name=_csrf]").first().getAttribute("value");
		return this.window.page()
			.request()
			.post(this.house.uri() + "/cases/%s/verdict".formatted(id),
					RequestOptions.create()
						.setForm(FormData.create()
							.set("_csrf", token)
							.set("ask", ask)
							.set("outcome", outcome)
							.set("key", key)
							.set("words", words)));
	}

	private String ask(Staff approver) {
		return view(this.ministry.lease()).asks()
			.stream()
			.filter((asked) -> asked.approver().equals(approver.email()))
			.map((asked) -> asked.id().value())
			.findFirst()
			.orElseThrow();
	}

}
