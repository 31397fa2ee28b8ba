package io.countersign.pages;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.countersign.scenario.Correspondent;

/** A browser in which one person has signed in. What its console complains of is kept. */
final class Window implements AutoCloseable {

	private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	static {
		PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
	}

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser;

	private final List<String> complaints = new ArrayList<>();

	private final List<String> strangers = new ArrayList<>();

	private final URI home;

	private Page page;

	/** {@code home}: where the product's pages are. */
	Window(URI home) {
		this(home, FLAGS);
	}

	private Window(URI home, List<String> flags) {
		this.home = home;
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(flags));
		this.page = page(this.browser.newContext());
	}

	/** Of somebody who has set his browser's letters twice as large. */
	static Window ofLargeLetters(URI home) {
		return new Window(home,
				Stream.concat(FLAGS.stream(), Stream.of("--blink-settings=defaultFontSize=32")).toList());
	}

	/** A fresh browser in which this person has signed in and reads this language. */
	Window of(Correspondent person, String language) {
		return of(person, new Browser.NewContextOptions().setLocale(language));
	}

	/** A fresh browser that runs no script. */
	Window withoutScript(Correspondent person) {
		return of(person, new Browser.NewContextOptions().setLocale("da").setJavaScriptEnabled(false));
	}

	private Window of(Correspondent person, Browser.NewContextOptions options) {
		this.page.context().close();
		this.page = page(this.browser.newContext(options));
		this.page.navigate(this.home + "/");
		this.page.locator("button[value='%s']".formatted(person.address())).click();
		this.page.waitForURL((url) -> url.startsWith(this.home.toString()));
		this.complaints.clear();
		this.strangers.clear();
		return this;
	}

	Window opens(String path) {
		this.page.navigate(this.home + path);
		return this;
	}

	Window in(ColorScheme scheme) {
		this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		return this;
	}

	Window wide(int width) {
		this.page.setViewportSize(width, (width < 600) ? 844 : 900);
		return this;
	}

	Page page() {
		return this.page;
	}

	Locator button(String words) {
		return this.page.locator("button:has-text('%s')".formatted(words)).first();
	}

	/** Sends a form as a page would, with the token of the signed-in session. */
	APIResponse sends(String path, FormData form) {
		opens("/mine");
		var token = this.page.locator("input[name=_csrf]").first().getAttribute("value");
		return this.page.request()
			.post(this.home + path, RequestOptions.create().setMaxRedirects(0).setForm(form.set("_csrf", token)));
	}

	void press(String... keys) {
		for (var key : keys) {
			this.page.keyboard().press(key);
		}
	}

	/**
	 * What an automatic check of accessibility finds on the page as it is, seen from its
	 * top: what a bar covers while one scrolls is no barrier.
	 */
	List<String> barriers() {
		this.page.evaluate("scrollTo(0, 0)");
		return looking(() -> new AxeBuilder(this.page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> "%s: %s".formatted(rule.getId(),
					rule.getNodes().stream().map((node) -> node.getHtml()).limit(3).toList()))
			.toList());
	}

	/** Errors and refused scripts or styles since the person signed in. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	/** Requests that left our own host since the person signed in. */
	List<String> strangers() {
		return List.copyOf(this.strangers);
	}

	/** Whether something is wider than the window. */
	boolean scrollsSideways() {
		return Objects.requireNonNull((Boolean) this.page
			.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
	}

	void photograph(String name) {
		looking(() -> this.page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"))));
	}

	/** What the looking itself is refused is no complaint of the page. */
	private <T> T looking(Supplier<T> at) {
		var before = this.complaints.size();
		var seen = at.get();
		this.complaints.subList(before, this.complaints.size()).clear();
		return seen;
	}

	/** Debian's Chromium; the one that never draws a window of its own costs half. */
	private static Path program() {
		var shell = Path.of("/usr/bin/chromium-headless-shell");
		return Files.exists(shell) ? shell : Path.of("/usr/bin/chromium");
	}

	private Page page(BrowserContext context) {
		var opened = context.newPage();
		opened.onConsoleMessage((said) -> {
			if (!said.type().equals("log")) {
				this.complaints.add(said.text());
			}
		});
		opened.onPageError(this.complaints::add);
		opened.onRequest((request) -> {
			if (!request.url().startsWith(this.home.toString())) {
				this.strangers.add(request.url());
			}
		});
		return opened;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
