package io.countersign.pages;

import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The board on a wall, where nobody sits. */
class WallIT extends Morning {

	@BeforeEach
	void hangsOnTheWall() {
		this.house.employ(Role.SCREEN, Role.SCREEN.jobTitle(), "Departementet");
	}

	@AfterEach
	void theProviderAsksAgain() {
		this.house.remembers(null);
		this.house.signInIsDown(false);
	}

	@Test
	void UI_09_aScreenShowsTheWholeBoardAndNothingBehindIt() {
		var page = this.window.of(Role.SCREEN, "da").wide(1920).opens("/?q=" + number(this.ministry.lease())).page();

		assertThat(page.locator("body")).hasClass("wall");
		assertThat(page.locator(".row")).hasCount(1);
		assertThat(page.locator(".rail")).isHidden();
		assertThat(page.locator(".toolbar")).isHidden();
		assertThat(this.window.barriers()).isEmpty();
		for (var door : new String[] { "/cases/" + this.ministry.lease(), "/mine", "/review", "/search?q=lejekontrakt",
				"/insights", "/board.csv", "/cases/%s/changes".formatted(this.ministry.lease()) }) {
			assertThat(page.request().get(this.house.uri() + door, RequestOptions.create().setMaxRedirects(0)).status())
				.as(door)
				.isEqualTo(403);
		}
		page.locator(".row-link").click();
		assertThat(page.locator("[data-problem=forbidden]")).isVisible();
	}

	/** The session ends after hours, and the provider knows the screen for days. */
	@Test
	void UI_08_aScreenWhoseSessionEndsSignsInAgainByItself() {
		var page = this.window.of(Role.SCREEN, "da").wide(1920).page();
		page.clock().install();
		this.window.opens("/board?wall&group=level");
		page.locator(".row").first().waitFor();
		this.house.remembers(Role.SCREEN);
		page.context().clearCookies();

		page.waitForRequest(
				(request) -> request.isNavigationRequest() && request.url().startsWith(this.house.tenant().toString()),
				() -> page.clock().fastForward("01:20"));

		page.waitForURL((url) -> url.startsWith(this.house.uri() + "/board?wall&group=level"));
		assertThat(page.locator("body")).hasClass("wall");
		assertThat(page.locator(".row").first()).isVisible();
		assertThat(page.request().get(this.house.uri() + "/board", RequestOptions.create().setMaxRedirects(0)).status())
			.isEqualTo(200);
		// What the ended session was refused is how the page came to know.
		this.house.remembers(null);
		this.window.of(Role.SCREEN, "da");
	}

	/** Nobody brings a screen back from a page that does not come. */
	@Test
	void UI_08_aScreenKeepsItsBoardWhileTheSignInIsDownAndGoesThereOnceItAnswers() {
		var page = this.window.of(Role.SCREEN, "da").wide(1920).page();
		page.clock().install();
		this.window.opens("/board?wall&group=level");
		page.locator(".row").first().waitFor();
		this.house.remembers(Role.SCREEN);
		this.house.signInIsDown(true);
		page.context().clearCookies();

		page.waitForResponse((answer) -> answer.url().endsWith("/sign-in/reach"),
				() -> page.clock().fastForward("01:20"));

		assertThat(page.locator("#live-text")).containsText("Login svarer ikke. Tavlen er fra");
		assertThat(page.locator(".row").first()).isVisible();
		assertThat(page.url()).startsWith(this.house.uri() + "/board?wall");
		this.house.signInIsDown(false);
		await().until(() -> page.request().get(this.house.uri() + "/sign-in/reach").status() == 204);
		page.waitForRequest(
				(request) -> request.isNavigationRequest() && request.url().startsWith(this.house.tenant().toString()),
				() -> page.clock().fastForward("01:20"));
		page.waitForURL((url) -> url.startsWith(this.house.uri() + "/board?wall&group=level"));
		assertThat(page.locator(".row").first()).isVisible();
		this.house.remembers(null);
		this.window.of(Role.SCREEN, "da");
	}

}
