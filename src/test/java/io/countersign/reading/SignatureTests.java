package io.countersign.reading;

import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTests {

	private static final Reader READER = new Reader();

	private static final Correspondent ANNA = new Correspondent("Anna Holm", "anna.holm@min.example");

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt\n\nVenlig hilsen\nBo Lind\nDepartementschef",
			"Approved.\n\nKind regards\n\nBo Lind\nPermanent Secretary", "Ikke godkendt\n\nMvh\nBo Lind",
			"Godkendt\n\nVenlig hilsen\nSocialministeriet\nBo Lind", "Genehmigt\n\nMit freundlichen Grüßen\nB. Lind",
			"Godkendt\n\nfor Anna Holm", "Godkendt\n\nMvh\nAnna Holm\nv/ Eva Skov", "Godkendt\n\nAnna Holm / Eva Skov",
			"Godkendt\n\nMvh Bo Lind", "Approved.\n\nKind regards, Bo Lind",
			"Godkendt\n\nVenlig hilsen\nEva Skov, ministersekretær",
			"Approved\n\nKind regards\nEva Skov | Partner Ltd" })
	void whatSomebodyElseHasSignedDecidesNothing(String words) {
		var verdict = read(ANNA, words);

		assertThat(verdict.label()).isEqualTo(Label.NONE);
		assertThat(verdict.needsConfirmation()).isTrue();
		assertThat(verdict.reasons()).containsExactly("Somebody else has signed it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt\n\nVenlig hilsen\nAnna Holm\nMinister", "Godkendt\n\nMvh\nAnna",
			"Godkendt\n\nVenlig hilsen\nAnna K. Holm Bruun", "Godkendt\n\nMvh\nAH", "Godkendt\n\nMvh Anna Holm",
			"Approved\n\nKind Regards", "Godkendt\n\nMed Venlig Hilsen", "Godkendt\n\nMvh", "Godkendt\n\n/Anna",
			"Godkendt\n\nMvh A. Holm", "Godkendt\n\nMvh Ann", "Approved\n\nSent from Outlook",
			"Approved\n\nSent by Anna", "Godkendt / Approved\n\nAnna Holm\nDepartementschef / Permanent Secretary",
			"Genehmigt\n\nGesendet von Outlook für iOS", "Godkendt\n\nVenlig hilsen\nAnna Holm, minister",
			"Godkendt. Tak Bo", "Godkendt\n\nTak\nAnna", "Godkendt\n\nHilsen fra Anna",
			"Godkendt\n\nFra: Bo Lind <bo@min.example>\nSendt: 24. november 2026 09:00\nTil: Anna Holm\nEmne: Notat\n\nKan du?\n\nMvh\nBo Lind" })
	void whatItsAuthorHasSignedCounts(String words) {
		assertThat(read(ANNA, words).label()).isEqualTo(Label.APPROVED);
	}

	/** Nobody is called by a name that begins with another letter than all of his own. */
	@ParameterizedTest
	@ValueSource(strings = { "Godkendt\n\nMvh\nBo", "Godkendt\n\nHilsen Bo", "Godkendt\n\n/Eva", "Godkänt\n\n/ Bo",
			"Godkendt\n\nMed venlig hilsen\nMinistersekretariatet", "Approved\n\nSent by Eva on behalf of Anna",
			"Approved\n\nKind regards, Bo", "Approved\n\nThanks,\nBo", "Godkendt\n\nMed hilsen fra Eva" })
	void aNameOfAnotherLetterIsToBeConfirmed(String words) {
		var verdict = read(ANNA, words);

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
		assertThat(verdict.needsConfirmation()).isTrue();
		assertThat(verdict.reasons()).containsExactly("Somebody else may have signed it.");
	}

	@Test
	void inAnOfficeAnybodySigns() {
		var office = new Correspondent("Ministersekretariatet", "ms@min.example");

		assertThat(read(office, "Godkendt\n\nVenlig hilsen\nBo Lind").label()).isEqualTo(Label.APPROVED);
	}

	private static VerdictReading read(Correspondent author, String words) {
		return READER.read(Mail.ofText("SV: Notat", words).answering("Kan du godkende notatet?").writtenBy(author))
			.verdict();
	}

}
