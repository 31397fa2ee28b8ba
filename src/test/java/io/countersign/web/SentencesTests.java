package io.countersign.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.countersign.verdicts.GateSentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
	void whatStandsInTheSourcesOfGatesAndReadersIsSaidInDanish() {
		LocaleContextHolder.setLocale(Locale.of("da"));

		var written = Stream
			.of(WrittenSentences.in("verdicts", "Binding", "Version", "Content", "Person", "Digest", "Framing",
					"Proof"),
					WrittenSentences.in("reading", "Weighing", "Stacking", "Doubts", "ListReader", "Reader", "Verdict"),
					WrittenSentences.in("triage", "Digest", "Chat", "Kin"))
			.flatMap(List::stream)
			.toList();

		assertThat(written).hasSizeGreaterThan(90)
			.allSatisfy((sentence) -> assertThat(this.sentences.in(sentence).language()).as(sentence).isEqualTo("da"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mandate m1 of anna@min.example goes up to 250000 DKK: \"kr. 300.000\" is more than that.",
			"Mandate m1 of anna@min.example goes up to 250000 DKK: What \"kr. 5 om måneden\" comes to cannot be said.",
			"Mandate m1 of anna@min.example goes up to 250000 DKK: \"EUR 5\" is no amount in DKK.",
			"Mandate m1 of anna@min.example goes up to 250000 DKK: \"900.000\" may be more than that.",
			"Mandate m1 of anna@min.example goes up to 250000 DKK: The amounts it names come to 300000 DKK.",
			"Mandate m1 of anna@min.example goes up to 250000 DKK: What it costs is not said in its own words.",
			"eva@min.example answers for anna@min.example under mandate m1, and what it costs stays within 9 DKK.",
			"It gives no verdict: The request has expired: it was asked more than 90 days before.",
			"Whoever sent it has signed it; CN=Statens CA vouches for the certificate; whether that was revoked was not asked.",
			"It is encrypted, or sealed in another way; what it says cannot be read.",
			"It came too late; its proof is awaited.",
			"It answers our question, and not with what was to be confirmed.", "The question it answers has expired.",
			"It names a question that we have never put.", "It answers our question about a newer version.",
			"It is protected by a password.", "It is a picture of more than 100 megapixels.",
			"There is no text to be read in a file of type application/x-msdownload.",
			"It would unpack to far more than its size, so it is not read.",
			"It cannot be read: it is damaged or not what its type says (ZipException).",
			"Reading it took longer than 30 seconds and was stopped.",
			"It holds more than 1000 files; the others were left out.",
			"Files are nested more than 10 levels deep; what lies deeper was left out.",
			"A file in it was left out, because it is damaged: Bilag.zip",
			"A file in it was left out, because it is too large: Bilag.zip",
			"All that lies in the file it came with is too much; 3 files were left out." })
	void whatAGateSaysOfRarerThingsIsSaidInDanishToo(String sentence) {
		LocaleContextHolder.setLocale(Locale.of("da"));

		var said = this.sentences.in(sentence);

		assertThat(said.language()).isEqualTo("da");
		assertThat(said.text()).doesNotContain("cannot", "comes to", "no amount", "more than", " asked");
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
