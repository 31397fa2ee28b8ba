package io.countersign.pages;

import java.time.Duration;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People prove who they are, and leave. */
class SigningInIT extends Morning {

	@Test
	void UI_08_whoeverHasNotJustSignedInDoesSoAgainAndLosesNothing() {
		this.house.signedInFor(Duration.ofMinutes(6));
		this.window.of(Staff.ANNA, "da").opens("/cases/%s/decide?answer=cond".formatted(this.ministry.lease()));
		this.window.page().fill("#words", "Kun for fem år");
		this.window.page().locator(".decide-form button[type=submit]").click();

		assertThat(this.window.page().locator("h1")).hasText("Log ind igen for at svare");
		assertThat(this.window.page().locator("#words")).hasValue("Kun for fem år");
		assertThat(this.window.barriers()).isEmpty();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).isEmpty();
		this.window.page().locator("a:has-text('Log ind igen')").click();
		this.window.page().locator("button[value='%s']".formatted(Staff.ANNA.address())).click();

		assertThat(this.window.page().locator("h1")).hasText("Ét tryk til");
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).as("no link decides").isEmpty();
		this.window.button("Send svaret").click();
		assertThat(this.window.page().locator(".ap-stamp")).containsText("Godkendt med bemærkninger");
		answersAreSent();
		assertThat(verdicts(this.ministry.lease(), Staff.ANNA)).singleElement()
			.satisfies((verdict) -> assertThat(verdict.decision().conditions()).containsExactly("Kun for fem år"));
		this.house.signedInFor(Duration.ZERO);
	}

	@Test
	void UI_08_theSessionHasAnotherNameAfterTheSignInThanBefore() {
		var page = this.window.of(Staff.ANNA, "da").page();
		var before = session(page);
		page.navigate(this.house.uri() + "/oauth2/authorization/organisation");
		page.locator("button[value='%s']".formatted(Staff.ANNA.address())).click();
		page.waitForURL((url) -> url.startsWith(this.house.uri().toString()));

		assertThat(session(page)).isNotEqualTo(before);
	}

	@Test
	void whatIsBeingWrittenOutlivesTheSessionAndIsForgottenOnceItIsSaid() {
		var lease = "/cases/" + this.ministry.lease();
		this.window.of(Staff.ANNA, "da").opens(lease);
		this.window.page().fill("#cmsg", "Har vi hørt fra udlejer?");
		this.window.page().locator("#note summary").click();
		this.window.page().fill("#note-words", "Lejen er for høj");
		this.window.page().context().clearCookies();

		this.window.page().locator(".composer button[type=submit]").click();

		assertThat(this.window.page().locator("[data-problem=session]")).isVisible();
		this.window.page().locator(".problem a.btn").click();
		this.window.page().locator("button[value='%s']".formatted(Staff.ANNA.address())).click();
		this.window.page().waitForURL((url) -> url.startsWith(this.house.uri().toString()));
		this.window.opens(lease);
		assertThat(this.window.page().locator("#cmsg")).hasValue("Har vi hørt fra udlejer?");
		assertThat(this.window.page().locator("#note-words")).hasValue("Lejen er for høj");

		this.window.page().locator(".composer button[type=submit]").click();

		assertThat(this.window.page().locator(".msg .said").last()).hasText("Har vi hørt fra udlejer?");
		assertThat(this.window.page().locator("#cmsg")).hasValue("");
		this.window.opens("/signed-out").opens(lease);
		assertThat(this.window.page().locator("#note-words")).hasValue("");
	}

	@Test
	void whoeverHasSignedOutIsToldSoInHisLanguage() {
		this.window.of(Staff.ANNA, "da").opens("/signed-out");

		assertThat(this.window.page().locator("h1")).hasText("Du er logget ud");
		assertThat(this.window.page().locator("html")).hasAttribute("lang", "da");
		assertThat(this.window.barriers()).isEmpty();
	}

	/** Also in a dialog, and in a field for a day or an address. */
	@Test
	void whateverIsBeingWrittenIsFoundAgainWhereItWasWritten() {
		this.window.of(Staff.ANNA, "da").opens("/");
		this.window.page().locator(".order-btn").click();
		this.window.page().fill("#o-what", "Et notat om busserne");
		this.window.page().fill("#o-who", "Clara Juhl");
		this.window.page().fill("#o-day", "2099-06-01");
		this.window.opens("/cases/%s/decide?answer=pass".formatted(this.ministry.lease()));
		this.window.page().fill("#delegate", Staff.BO.address());
		this.window.page().fill("#words", "Se på prisen");
		this.window.page().context().clearCookies();

		this.window.page().locator(".decide-form button[type=submit]").click();

		assertThat(this.window.page().locator("[data-problem=session]")).isVisible();
		this.window.page().locator("[data-back]").click();
		this.window.page().locator("button[value='%s']".formatted(Staff.ANNA.address())).click();
		this.window.page().waitForURL((url) -> url.contains("/decide?answer=pass"));
		assertThat(this.window.page().locator("#delegate")).hasValue(Staff.BO.address());
		assertThat(this.window.page().locator("#words")).hasValue("Se på prisen");
		this.window.opens("/");
		this.window.page().locator(".order-btn").click();
		assertThat(this.window.page().locator("#o-what")).hasValue("Et notat om busserne");
		assertThat(this.window.page().locator("#o-who")).hasValue("Clara Juhl");
		assertThat(this.window.page().locator("#o-day")).hasValue("2099-06-01");
		this.window.opens("/signed-out");
	}

	@Test
	void whoeverIsNotLetInIsToldSoAndLosesNothing() {
		var lease = "/cases/" + this.ministry.lease();
		this.window.of(Staff.ANNA, "da").opens(lease);
		this.window.page().fill("#cmsg", "Har vi hørt fra udlejer?");

		this.window.opens("/login/oauth2/code/organisation?code=none&state=none");

		assertThat(this.window.page().locator("h1")).hasText("Du kom ikke ind");
		assertThat(this.window.barriers()).isEmpty();
		this.window.opens(lease);
		assertThat(this.window.page().locator("#cmsg")).hasValue("Har vi hørt fra udlejer?");
		this.window.opens("/signed-out");
	}

	private static String session(Page page) {
		return page.context()
			.cookies()
			.stream()
			.filter((cookie) -> cookie.name.equals("countersign"))
			.map((cookie) -> cookie.value)
			.findFirst()
			.orElseThrow();
	}

}
