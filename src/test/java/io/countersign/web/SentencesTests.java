package io.countersign.web;

import java.util.Locale;

import io.countersign.verdicts.GateSentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTests {

	private final Sentences sentences = new Sentences();

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void whatIsFilledInStaysAndWhatIsASentenceInsideIsSaidToo() {
		LocaleContextHolder.setLocale(Locale.of("da"));

		assertThat(this.sentences.in("It answers a mail of this case (<a@b.example>).").text())
			.isEqualTo("Den svarer på en mail i sagen (<a@b.example>).");
		assertThat(this.sentences.in("It gives no verdict: nothing was asked of its author.").text())
			.isEqualTo("Den er ikke en afgørelse: dens afsender er ikke blevet spurgt.");
	}

	@Test
	void whatAReadingRestsOnIsSaidTooAndItsQuoteStaysAsWritten() {
		LocaleContextHolder.setLocale(Locale.of("da"));

		assertThat(this.sentences.in("It opens the case: It asks for a decision: \"Do you approve the text?\".").text())
			.isEqualTo("Den åbner sagen: Den beder om en beslutning: \"Do you approve the text?\".");
		assertThat(this.sentences.in("It gives no verdict: It says yes and no.").text())
			.isEqualTo("Den er ikke en afgørelse: Den siger ja og nej.");
	}

	@Test
	void whatAGateSaysOfAnyReplyIsSaidInDanish() {
		LocaleContextHolder.setLocale(Locale.of("da"));

		assertThat(GateSentences.ofTheCorpus()).hasSizeGreaterThan(50)
			.allSatisfy((sentence) -> assertThat(this.sentences.in(sentence).language()).as(sentence).isEqualTo("da"));
	}

	@Test
	void whatHasNoTranslationStaysEnglishAndSaysSo() {
		LocaleContextHolder.setLocale(Locale.of("da"));

		assertThat(this.sentences.in("Nobody has thought of this."))
			.isEqualTo(new Sentences.Said("Nobody has thought of this.", "en"));
	}

	@Test
	void anEnglishReaderGetsWhatWasKept() {
		LocaleContextHolder.setLocale(Locale.ENGLISH);

		assertThat(this.sentences.in("The case is closed.")).isEqualTo(new Sentences.Said("The case is closed.", "en"));
	}

}
