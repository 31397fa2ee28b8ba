package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that please, beside a yes and alone. */
class PraiseTests {

	private static final String REQUEST = "Kan du godkende at vi ansætter Signe Krog? Can you approve the paper?";

	private final Reader reader = new Reader();

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt. Hun er et rigtig godt valg", "Det er jeg meget glad for. Godkendt",
			"Approved. We can be proud of this one", "It's in good shape now. Approved",
			"Ja, det er en god investering", "Godkendt, og jeg har ikke flere spørgsmål" })
	void praiseBesideAYesChangesNothing(String words) {
		assertThat(read(words).label()).isEqualTo(Label.APPROVED);
		assertThat(read(words).needsConfirmation()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hun er et rigtig godt valg", "Det er jeg meget glad for", "We can be proud of this one",
			"You have my blessing to go home", "Jeg har ikke flere spørgsmål" })
	void praiseAloneIsNoYes(String words) {
		assertThat(read(words).label()).isNotEqualTo(Label.APPROVED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt. Det er godt hvis Bo kommer med", "Godkendt. Fint at I fjerner afsnittet",
			"Approved. It would be good to add a summary first", "Godkendt. Den er ikke særlig god",
			"Approved. Glad you are removing the annex" })
	void praiseThatAsksForSomethingIsNoMerePraise(String words) {
		assertThat(read(words)).satisfiesAnyOf((reading) -> assertThat(reading.label()).isNotEqualTo(Label.APPROVED),
				(reading) -> assertThat(reading.needsConfirmation()).isTrue());
	}

	@Test
	void onlyTheNameOfWhoIsAnsweredIsACall() {
		assertThat(read("Godkendt Dan").label()).isEqualTo(Label.APPROVED);
		assertThat(read("Dan, det er godkendt").label()).isEqualTo(Label.APPROVED);
		assertThat(read("Godkendt Bo").needsConfirmation() || read("Godkendt Bo").label() != Label.APPROVED).isTrue();
		assertThat(read("Spørg Dan").label()).isEqualTo(Label.DELEGATED);
	}

	private VerdictReading read(String words) {
		var mail = Mail.ofText("SV: Sag", words)
			.answering(REQUEST)
			.writtenBy(new Correspondent("Anna Holm", "anna.holm@min.example"));
		var dan = new Correspondent("Dan Friis", "dan.friis@min.example");
		return this.reader
			.read(new Mail(mail.subject(), mail.text(), mail.html(), mail.from(), mail.sender(), List.of(dan),
					mail.cc(), mail.sentAt(), mail.zone(), mail.asked()))
			.verdict();
	}

}
