package io.countersign.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.countersign.overview.DueScale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** How long something took, in the reader's words. */
class WordingTests {

	private final Wording wording = new Wording(words(), mock(DueScale.class), Clock.systemUTC());

	@BeforeEach
	void readsDanish() {
		LocaleContextHolder.setLocale(Locale.of("da"));
	}

	@AfterEach
	void readsWhatItLikes() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void whatTookSecondsDidNotTakeNoTime() {
		assertThat(this.wording.brief(Duration.ofSeconds(20))).isEqualTo("1 min");
		assertThat(this.wording.brief(Duration.ofMinutes(42))).isEqualTo("42 min");
		assertThat(this.wording.brief(Duration.ofMinutes(258))).isEqualTo("4 t 18 min");
		assertThat(this.wording.brief(Duration.ofMinutes(300))).isEqualTo("5 t");
	}

	private static ResourceBundleMessageSource words() {
		var words = new ResourceBundleMessageSource();
		words.setBasename("messages");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return words;
	}

}
