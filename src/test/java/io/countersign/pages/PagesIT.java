package io.countersign.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.countersign.cases.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page: nobody is shut out, nothing leaves the host, nothing is
 * wider than the window.
 */
@ResourceLock(providers = OneHouse.class)
@ExtendWith(OneHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

	/**
	 * What of a page is animated or goes over into something for longer than an instant.
	 */
	private static final String MOVING = """
			() => [...document.querySelectorAll('*')].filter((one) => {
				const style = getComputedStyle(one);
				const longest = (times) => Math.max(...times.split(',').map(parseFloat));
				return longest(style.transitionDuration) > .01
					|| style.animationName !== 'none' && longest(style.animationDuration) > .01;
			}).map((one) => one.outerHTML.slice(0, 80))""";

	private final House house;

	private final Ministry ministry;

	private final Window window;

	PagesIT(House house, Window window) {
		this.house = house;
		this.ministry = Ministry.of(house);
		this.window = window;
	}

	@ParameterizedTest
	@CsvSource({ "da, LIGHT, 1440", "da, LIGHT, 820", "da, LIGHT, 390", "da, DARK, 390", "en, LIGHT, 320",
			"en, DARK, 1440" })
	void everyPageIsOpenToEverybody(String language, ColorScheme scheme, int width) {
		for (var reader : List.of(Staff.ANNA, Staff.EVA, Staff.GRO)) {
			this.window.of(reader, language).in(scheme).wide(width);

			var barriers = new TreeMap<String, List<String>>();
			pages(reader).forEach((name, path) -> {
				this.window.opens(path);
				this.window
					.photograph("%s-%d-%s-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT), language));
				barriers.put(name, this.window.barriers());
				assertThat(this.window.scrollsSideways()).as("%s is wider than the window", name).isFalse();
				assertThat(this.window.page().locator("html").getAttribute("lang")).isEqualTo(language);
			});

			assertThat(barriers).allSatisfy((_, found) -> assertThat(found).isEmpty());
			assertThat(this.window.complaints()).isEmpty();
			assertThat(this.window.strangers()).isEmpty();
		}
	}

	/** The narrowest has room for as much as a phone of 320 (WCAG 1.4.4 and 1.4.10). */
	@ParameterizedTest
	@ValueSource(ints = { 1440, 820, 640 })
	void lettersMayBeTwiceAsLarge(int width) {
		try (var large = Window.ofLargeLetters(this.house.uri())) {
			large.of(Staff.ANNA, "da").wide(width);

			ownPages().forEach((name, path) -> {
				large.opens(path);
				large.photograph("%s-%d-large".formatted(name, width));
				assertThat(large.scrollsSideways()).as("%s is wider than the window", name).isFalse();
			});

			large.opens("/");
			assertThat(large.page().evaluate("getComputedStyle(document.documentElement).fontSize")).isEqualTo("32px");
			assertThat(large.barriers()).isEmpty();
		}
	}

	@Test
	void whoeverAskedForLessMotionSeesNone() {
		this.window.of(Staff.ANNA, "da")
			.page()
			.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));

		ownPages().forEach((name, path) -> {
			this.window.opens(path);
			assertThat(this.window.page().evaluate(MOVING)).as(name).isEqualTo(List.of());
		});
	}

	/** Over the wire, without fonts, with nothing of it at hand. */
	@ParameterizedTest
	@CsvSource({ "board, 150000", "decide, 40000" })
	void theFirstVisitIsLight(String name, int most) {
		this.window.of(Staff.ANNA, "da");
		var state = this.window.page().context().storageState();
		var browser = Objects.requireNonNull(this.window.page().context().browser());
		try (var fresh = browser.newContext(new Browser.NewContextOptions().setStorageState(state).setLocale("da"))) {
			var page = fresh.newPage();
			var sizes = new ArrayList<Integer>();
			page.onRequestFinished((request) -> {
				if (!request.url().contains("/fonts/")) {
					sizes.add(request.sizes().responseBodySize + request.sizes().responseHeadersSize);
				}
			});

			page.navigate(this.house.uri() + ownPages().get(name));
			page.waitForTimeout(500);

			assertThat(sizes).hasSizeGreaterThan(3);
			assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isBetween(10_000, most);
		}
	}

	@Test
	void thePagesCanBeInstalled() {
		var page = this.window.of(Staff.ANNA, "da").opens("/mine").page();
		var address = page.locator("link[rel=manifest]").getAttribute("href");
		var manifest = new JsonMapper().readTree(page.request().get(this.house.uri() + address).text());

		assertThat(manifest.path("display").asString()).isEqualTo("standalone");
		assertThat(manifest.path("start_url").asString()).isEqualTo("/mine");
		assertThat(manifest.path("icons").valueStream().map((icon) -> icon.path("sizes").asString()))
			.contains("192x192", "512x512");
		assertThat(manifest.path("icons").valueStream().map((icon) -> icon.path("src").asString()))
			.allSatisfy((icon) -> assertThat(page.request().get(this.house.uri() + icon).headers())
				.containsEntry("content-type", "image/png"));
	}

	@Test
	void theBoardIsFilteredByHowACaseWasAsked() {
		this.window.of(Staff.EVA, "da").opens("/");

		this.window.button("Fra Teams").click();

		this.window.page().waitForURL((url) -> url.contains("flag=teams"));
		PlaywrightAssertions.assertThat(this.window.page().locator("#board-live .nomatch")).isVisible();
		this.window.button("Fra mail").click();
		this.window.page().waitForURL((url) -> url.contains("flag=mail"));
		PlaywrightAssertions.assertThat(this.window.page().locator(".row").first()).isVisible();
		PlaywrightAssertions.assertThat(this.window.page().locator("[aria-pressed=true]:has-text('Fra Teams')"))
			.hasCount(0);
	}

	@Test
	void theThemeThatWasChosenCountsOnEveryPage() {
		this.window.of(Staff.ANNA, "da").in(ColorScheme.LIGHT).opens("/mine");

		this.window.page().locator("a[data-act=theme]").click();

		PlaywrightAssertions.assertThat(this.window.page().locator("html")).hasAttribute("data-theme", "dark");
		this.window.opens("/");
		PlaywrightAssertions.assertThat(this.window.page().locator("html")).hasAttribute("data-theme", "dark");
		assertThat(this.window.barriers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "missing, /cases/cs_none, Vi kan ikke finde siden, We cannot find the page",
			"forbidden, /insights, Ingen adgang, No access",
			"refused, /?from=x, Det kunne ikke læses, It could not be read",
			"failed, /error, Siden kunne ikke vises, The page could not be shown" })
	void whatFailsIsSaidOnAPageThatIsOpenToEverybody(String kind, String path, String danish, String english) {
		for (var language : List.of("da", "en")) {
			this.window.of(Staff.DAN, language);
			for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				for (var width : List.of(1440, 320)) {
					this.window.in(scheme).wide(width).opens(path);

					PlaywrightAssertions.assertThat(this.window.page().locator("[data-problem=%s]".formatted(kind)))
						.isVisible();
					PlaywrightAssertions.assertThat(this.window.page().locator("h1"))
						.hasText(language.equals("da") ? danish : english);
					this.window.photograph("problem-%s-%d-%s-%s".formatted(kind, width,
							scheme.name().toLowerCase(Locale.ROOT), language));
					assertThat(this.window.barriers()).isEmpty();
					assertThat(this.window.scrollsSideways()).isFalse();
				}
			}
		}
	}

	/**
	 * What a leader sees, what only the secretariat sees, and what is asked of whoever is
	 * said to have answered.
	 */
	private Map<String, String> pages(Staff reader) {
		return switch (reader) {
			case EVA -> Map.of("case-held", "/cases/" + this.ministry.held(), "case-decided",
					"/cases/" + this.ministry.travel(), "decide-nothing",
					"/cases/" + this.ministry.travel() + "/decide", "quarantine", "/quarantine", "mandates-seen",
					"/mandates", "document", document() + "/text", "changes", document() + "/changes");
			case GRO -> Map.of("confirm", confirmation());
			default -> ownPages();
		};
	}

	private String document() {
		var file = this.house.bean(Cases.class).get(this.ministry.lease()).documents().getFirst();
		return "/cases/%s/documents/%s".formatted(this.ministry.lease(), file.sha256().sha256());
	}

	private String confirmation() {
		var held = this.house.bean(Cases.class).get(this.ministry.held()).verdicts().getFirst();
		return "/cases/%s/verdicts/%s/confirm".formatted(this.ministry.held(), held.id());
	}

	private Map<String, String> ownPages() {
		var pages = new LinkedHashMap<String, String>();
		pages.put("board", "/");
		pages.put("board-holder", "/?group=holder&dense=on");
		pages.put("board-wall", "/board?wall");
		pages.put("board-nothing", "/?q=nothing+is+called+that");
		pages.put("case", "/cases/" + this.ministry.lease());
		pages.put("case-task", "/cases/" + this.ministry.order());
		pages.put("decide", "/cases/" + this.ministry.lease() + "/decide");
		pages.put("decide-return", "/cases/" + this.ministry.lease() + "/decide?answer=back");
		pages.put("decide-delegate", "/cases/" + this.ministry.lease() + "/decide?answer=pass");
		pages.put("mine", "/mine");
		pages.put("review", "/review");
		pages.put("merge", "/cases/" + this.ministry.answer() + "/merge");
		pages.put("move", "/cases/%s/messages/%s/move".formatted(this.ministry.lease(), this.ministry.question()));
		pages.put("insights", "/insights");
		pages.put("search", "/search?q=godkend");
		pages.put("search-nothing", "/search?q=xyzzyxyzzy");
		pages.put("order", "/order");
		pages.put("actions", "/cases/%s/actions".formatted(this.ministry.lease()));
		pages.put("decide-later", "/cases/" + this.ministry.lease() + "/decide?answer=later");
		pages.put("original", "/cases/%s/messages/%s".formatted(this.ministry.lease(), this.ministry.question()));
		pages.put("signed-out", "/signed-out");
		pages.put("not-let-in", "/signed-out?failed");
		return pages;
	}

}
