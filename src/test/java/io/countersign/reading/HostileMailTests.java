package io.countersign.reading;

import java.time.Duration;
import java.time.Instant;

import io.countersign.reading.VerdictReading.Label;
import io.countersign.support.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A sample of what {@code mvn -Pbench verify} reads ten thousand of. */
class HostileMailTests {

	private static final long SEED = 20261126;

	private static final int SAMPLE = 60;

	private static final Instant SENT = Instant.parse("2026-01-05T09:00:00Z");

	@Test
	void noMailTakesASecondToRead() {
		assertThat(worst(SAMPLE)).isLessThan(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1. ", "( \n", "_ \n", "Fra: 1. ", "\u0301", "\n", "[", "> " })
	void noTextAsLargeAsAnyTakesASecondToRead(String bait) {
		var reader = new Reader();
		reader.read(Mail.ofText("x", "Godkendt"));
		var mail = Mail.ofText("x", bait.repeat(HostileMail.LARGEST / bait.length()));

		assertThat(CpuTime.of(() -> reader.read(mail))).isLessThan(Duration.ofSeconds(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "i morgen kl. 9 ", "senest 1/2, ", "Inden fredag. " })
	void noMailFullOfDaysTakesASecondToRead(String day) {
		var reader = new Reader();
		reader.read(Mail.ofText("x", "Kan du godkende det inden fredag?").sentAt(SENT)).request().deadline();
		var mail = Mail.ofText("x", "Kan du godkende det? " + day.repeat(2000)).sentAt(SENT);

		assertThat(CpuTime.of(() -> reader.read(mail).request().deadline())).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void noMarkupOfManyLinesTakesASecondToRead() {
		var reader = new Reader();
		reader.read(Mail.ofHtml("x", "<p>Godkendt</p>"));
		var mail = Mail.ofHtml("x", "x <br>".repeat(400_000));

		assertThat(CpuTime.of(() -> reader.read(mail))).isLessThan(Duration.ofSeconds(1));
	}

	@Test
	void IN_11_ampersandsThatBeginNothingAreReadInAMoment() {
		var reader = new Reader();
		reader.read(Mail.ofHtml("x", "<p>Godkendt</p>"));
		var mail = Mail.ofHtml("x", "&".repeat(1_000_000));

		assertThat(CpuTime.of(() -> reader.read(mail))).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void IN_11_aPageOfMillionsOfTagsIsReadUpToAMeasure() {
		var page = "<p>Godkendt</p>" + "<p>x".repeat(1_200_000);

		assertThat(HtmlBody.of(page).text().chars().filter((c) -> c == 'x').count()).isBetween(290_000L, 300_000L);
		assertThat(new Reader().read(Mail.ofHtml("x", page).answering("Kan du godkende det?")).verdict().label())
			.isEqualTo(Label.NONE);
	}

	@Test
	void aPageMuchLongerThanAnAnswerDecidesNothing() {
		var request = "Kan du godkende det?";
		var hidden = "<!--%s-->".formatted("x".repeat(HtmlBody.LONGEST));

		assertThat(new Reader().read(Mail.ofHtml("x", "<p>Godkendt</p>").answering(request)).verdict().label())
			.isEqualTo(Label.APPROVED);
		assertThat(new Reader().read(Mail.ofHtml("x", "<p>Godkendt</p>" + hidden).answering(request)).verdict().label())
			.isEqualTo(Label.NONE);
	}

	@Test
	void whatIsMuchLongerThanAnAnswerDecidesNothing() {
		var answer = "Godkendt. " + "Tak. ".repeat(20_000);

		assertThat(new Reader().read(Mail.ofText("x", answer).answering("Kan du godkende det?")).verdict().label())
			.isEqualTo(Label.NONE);
	}

	/** The time of the processor for the worst of so many mails. */
	static Duration worst(int mails) {
		var hostile = new HostileMail(SEED);
		var reader = new Reader();
		reader.read(Mail.ofText("x", "Godkendt"));
		var worst = Duration.ZERO;
		for (var i = 0; i < mails; i++) {
			var mail = hostile.next();
			var took = CpuTime.of(() -> assertThat(reader.read(mail).verdict()).isNotNull());
			worst = (took.compareTo(worst) > 0) ? took : worst;
		}
		System.out.printf("Worst of %d hostile mails (seed %d): %d ms%n", mails, SEED, worst.toMillis());
		return worst;
	}

}
