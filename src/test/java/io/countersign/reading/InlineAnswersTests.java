package io.countersign.reading;

import org.junit.jupiter.api.Test;

import io.countersign.reading.VerdictReading.ItemVerdict;
import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Answers typed between the lines of the mail they answer. */
class InlineAnswersTests {

	private static final String WROTE = "Den 24.11.2026 kl. 09:12 skrev Clara Bruun:\n";

	private final Reader reader = new Reader();

	@Test
	void eachAnsweredPointIsAnItem() {
		var verdict = read("""
				> Hej Anna
				> 1. Tilskud til museet
				ja
				> 2. Leje af teltet
				Nej, ikke i år
				> Clara""");

		assertThat(verdict.items()).extracting(ItemVerdict::number, ItemVerdict::label, ItemVerdict::quote)
			.containsExactly(tuple("1", Label.APPROVED, "ja"), tuple("2", Label.REJECTED, "Nej, ikke i år"));
		assertThat(verdict.label()).isEqualTo(Label.APPROVED_WITH_CONDITIONS);
		assertThat(verdict.condition()).hasValue("Nej, ikke i år");
	}

	@Test
	void questionsWithoutANumberAreCounted() {
		var verdict = read("""
				> Godkendes budgettet?
				Ja, godkendt
				> Må vi ansætte en vikar?
				ja
				> Clara""");

		assertThat(verdict.items()).extracting(ItemVerdict::number, ItemVerdict::label)
			.containsExactly(tuple("1", Label.APPROVED), tuple("2", Label.APPROVED));
		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
	}

	@Test
	void aPointNobodyAnsweredLeavesTheWholeOpen() {
		var verdict = read("""
				> 1. Tilskud til museet
				> 2. Leje af teltet
				ok
				> 3. Ny vikar
				> Clara""");

		assertThat(verdict.items()).extracting(ItemVerdict::label)
			.containsExactly(Label.NONE, Label.APPROVED, Label.NONE);
		assertThat(verdict.label()).isEqualTo(Label.NONE);
		assertThat(verdict.needsConfirmation()).isTrue();
	}

	@Test
	void aYesOnTopOfARefusedPointIsHeld() {
		var verdict = read("""
				> 1. Tilskud til museet
				ja
				> 2. Leje af teltet
				nej
				> Clara""", "Godkendt.\n\n");

		assertThat(verdict.label()).isEqualTo(Label.NONE);
		assertThat(verdict.needsConfirmation()).isTrue();
		assertThat(verdict.items()).hasSize(2);
	}

	@Test
	void aLineThatOnlyPointsDownChangesNothing() {
		var verdict = read("""
				> 1. Tilskud til museet
				ja
				> 2. Leje af teltet
				ja
				> Clara""", "Hej Clara\n\n");

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
	}

	@Test
	void oneAnswerBelowTheWholeQuoteAnswersAllOfIt() {
		var verdict = read("""
				> Kan du godkende begge?
				> 1. Tilskud til museet
				> 2. Leje af teltet
				> Clara

				Godkendt""");

		assertThat(verdict.items()).isEmpty();
		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
	}

	private VerdictReading read(String quote) {
		return read(quote, "");
	}

	private VerdictReading read(String quote, String top) {
		var mail = Mail.ofText("SV: To sager", top + WROTE + quote)
			.writtenBy(new Correspondent("Anna Holm", "anna.holm@min.example"))
			.answering("Kan du godkende begge? 1. Tilskud til museet 2. Leje af teltet");
		return this.reader.read(mail).verdict();
	}

}
