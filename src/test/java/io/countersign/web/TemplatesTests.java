package io.countersign.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.thymeleaf.Thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;

/** What no template may do, and that every word is there in both languages. */
class TemplatesTests {

	private static final Pattern WORDS = Pattern.compile("#\\{([a-zA-Z.]+)[}(]");

	@ParameterizedTest
	@MethodSource("templates")
	void UI_05_noTemplateWritesWhatItIsGivenUnescaped(Resource template) throws IOException {
		assertThat(text(template)).doesNotContain("utext", "[(", "[[", "__$", "__*", "__#", "th:inline");
	}

	/** The two parts of a page that its own template hands to the frame are fragments. */
	@ParameterizedTest
	@MethodSource("templates")
	void UI_05_noFragmentIsNamedByWhatIsGiven(Resource template) throws IOException {
		assertThat(text(template)).doesNotContain("~{$", "~{*")
			.doesNotContainPattern("th:(?:replace|insert|include)=\"(?!~|\\$\\{(?:main|after)}\")")
			.doesNotContainPattern("~\\{[^}(]*::[^}(]*[$*#]\\{");
	}

	@Test
	void UI_05_thymeleafIsOneThatIsKnownToBeSafe() {
		assertThat(Runtime.Version.parse(Thymeleaf.getVersion().replaceAll("[.-][A-Z].*", "")))
			.isGreaterThanOrEqualTo(Runtime.Version.parse("3.1.5"));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void UI_01_noTemplateHasScriptOrStyleOfItsOwn(Resource page) throws IOException {
		assertThat(text(page)).doesNotContain("style=", "<style", "onclick", "onload=", "javascript:", "data:")
			.doesNotContainPattern("<script(?! src=)");
	}

	/**
	 * A name alone may pretend: of whom the directory does not know the address is shown.
	 */
	@ParameterizedTest
	@MethodSource("templates")
	void UI_11_nobodyIsNamedAsAuthorOrHolderWithoutTheAddressOfAStranger(Resource template) throws IOException {
		for (var who : List.of("author.get", "holder.get")) {
			if (text(template).contains(who + ".name") || text(template).contains("face=${page." + who)) {
				assertThat(text(template)).contains(who + ".known").contains(who + ".address.value");
			}
		}
	}

	@Test
	void UI_04_aMailIsShownInAFrameThatMayDoNothing() throws IOException {
		assertThat(text(new ClassPathResource("templates/message.html")))
			.contains("<iframe class=\"mail-frame\" sandbox=\"\" referrerpolicy=\"no-referrer\" hx-disable");
	}

	@Test
	void UI_06_htmxMayDoNoMoreThanFetchFromOurOwnHost() throws Exception {
		var head = text(new ClassPathResource("templates/head.html"));
		var script = new ClassPathResource("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js")
			.getContentAsByteArray();
		var digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(script));

		assertThat(head)
			.contains("\"includeIndicatorStyles\":false", "\"allowEval\":false", "\"allowScriptTags\":false",
					"\"selfRequestsOnly\":true", "\"historyCacheSize\":0")
			.contains("src=\"/webjars/htmx.org/2.0.10/dist/htmx.min.js\" integrity=\"sha384-" + digest + "\"");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void UI_01_everyScriptCarriesTheNumberOfItsAnswer(Resource page) throws IOException {
		assertThat(text(page)).doesNotContainPattern("<script(?![^>]* th:nonce=\"\\$\\{nonce}\")");
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyWordOfATemplateIsInBothLanguages(Resource page) throws IOException {
		var used = WORDS.matcher(text(page)).results().map((match) -> match.group(1)).toList();

		assertThat(words("messages").stringPropertyNames()).containsAll(used);
		assertThat(words("messages_en").stringPropertyNames()).containsAll(used);
	}

	@Test
	void bothLanguagesHaveTheSameWords() throws IOException {
		assertThat(new TreeSet<>(words("messages_en").stringPropertyNames()))
			.isEqualTo(new TreeSet<>(words("messages").stringPropertyNames()));
	}

	static Stream<Resource> templates() throws IOException {
		return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.*"));
	}

	static Stream<Resource> pages() throws IOException {
		return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/*.html"));
	}

	private static Properties words(String file) throws IOException {
		var words = new Properties();
		try (var reader = new InputStreamReader(new ClassPathResource(file + ".properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			words.load(reader);
		}
		return words;
	}

	private static String text(Resource page) throws IOException {
		return page.getContentAsString(StandardCharsets.UTF_8);
	}

}
