package io.countersign.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.owasp.html.HtmlPolicyBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTests {

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<style>p{display:none}</style>", "<svg onload=alert(1)>",
			"<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
			"<form action=/mine/answers><button>x</button></form>", "<p hx-post='/mine/answers' hx-trigger=load>x</p>",
			"<p id=main class=btn style='color:red' name=x>x</p>", "<a href='javascript:alert(1)'>x</a>",
			"<iframe src=//evil.example></iframe>", "<p data-live='/x'>x</p>",
			"<link rel=stylesheet href=//evil.example>",
			"<noscript><p title='</noscript><img src=x onerror=alert(1)>'>" })
	void UI_03_nothingThatActsLoadsOrNamesIsLeftOfAMail(String html) {
		assertThat(SafeHtml.of(html)).doesNotContainIgnoringCase("script", "onerror", "onload", "style", "<svg",
				"<math", "<form", "hx-", "data-", " id=", " class=", " name=", "href", "src=", "<iframe", "<img",
				"<link");
	}

	/** Whatever a mail may name that a browser fetches without being asked. */
	@ParameterizedTest
	@ValueSource(strings = { "<img src='https://evil.example/a' srcset='https://evil.example/b 2x'>",
			"<body background='https://evil.example/a'>", "<table background='//evil.example/a'><tr><td>x</table>",
			"<p style='background:url(https://evil.example/a)'>x</p>",
			"<video poster='https://evil.example/a'></video>", "<style>@import 'https://evil.example/a'</style>",
			"<object data='https://evil.example/a'></object>", "<embed src='https://evil.example/a'>",
			"<input type=image src='https://evil.example/a'>", "<svg><image href='https://evil.example/a'/></svg>",
			"<picture><source srcset='//evil.example/a'></picture>", "<link rel=preload href='https://evil.example/a'>",
			"<audio src='https://evil.example/a'>", "<meta http-equiv=refresh content='0;url=https://evil.example/a'>",
			"<base href='https://evil.example/'>",
			"<a ping='https://evil.example/a' href='https://evil.example/b'>x</a>" })
	void UI_04_nothingThatAMailNamesIsLoaded(String html) {
		assertThat(SafeHtml.of(html)).doesNotContain("//", "evil.example");
	}

	@Test
	void UI_03_theSanitizerIsOneThatIsKnownToBeSafe() throws IOException {
		var about = new Properties();
		try (var file = HtmlPolicyBuilder.class.getResourceAsStream(
				"/META-INF/maven/com.googlecode.owasp-java-html-sanitizer/owasp-java-html-sanitizer/pom.properties")) {
			about.load(file);
		}

		assertThat(new BigDecimal(about.getProperty("version"))).isGreaterThanOrEqualTo(new BigDecimal("20260313.1"));
	}

	@Test
	void whatTheAuthorWroteStays() {
		assertThat(SafeHtml.of("<p>Kære <b>Anna</b></p><table><tr><td colspan='2'>1 &lt; 2</td></tr></table>"))
			.contains("Kære <b>Anna</b>", "1 &lt; 2", "colspan=\"2\"");
	}

}
