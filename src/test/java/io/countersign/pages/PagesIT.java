package io.countersign.pages;

import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page: nobody is shut out, nothing leaves the host, nothing is
 * wider than the window.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

	private static final List<Integer> WIDTHS = List.of(1440, 820, 390);

	private final House house = House.open();

	private final Ministry ministry = Ministry.of(this.house);

	private final Window window = new Window(this.house);

	@BeforeAll
	void opens() {
		this.window.of(Staff.ANNA, "da");
	}

	@AfterAll
	void closes() {
		this.window.close();
		this.house.close();
	}

	@ParameterizedTest(name = "{0} in {2}, {3}")
	@MethodSource("pages")
	void thePageIsOpenToEverybody(String name, String path, String language, ColorScheme scheme) {
		this.window.of(Staff.ANNA, language).in(scheme);

		for (int width : WIDTHS) {
			this.window.wide(width).opens(path);

			assertThat(this.window.barriers()).as("barriers at %d", width).isEmpty();
			assertThat(this.window.scrollsSideways()).as("wider than %d", width).isFalse();
			this.window.photograph("%s-%d-%s-%s".formatted(name, width, scheme.name().toLowerCase(), language));
		}
		assertThat(this.window.page().locator("html").getAttribute("lang")).isEqualTo(language);
		assertThat(this.window.complaints()).isEmpty();
		assertThat(this.window.strangers()).isEmpty();
	}

	private Stream<Arguments> pages() {
		var pages = Stream.of(List.of("board", "/"), List.of("case", "/cases/" + this.ministry.lease()),
				List.of("case-held", "/cases/" + this.ministry.held()),
				List.of("case-task", "/cases/" + this.ministry.order()));
		return pages.flatMap((page) -> Stream.of("da", "en")
			.flatMap((language) -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
				.map((scheme) -> Arguments.of(page.getFirst(), page.getLast(), language, scheme))));
	}

}
