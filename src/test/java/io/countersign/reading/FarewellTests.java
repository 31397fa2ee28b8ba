package io.countersign.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose name below a mail is no part of what it says. */
class FarewellTests {

	private static final Correspondent ANNA = new Correspondent("Anna Holm", "anna.holm@min.example");

	private static final Correspondent EVA = new Correspondent("Eva Skov", "eva.skov@min.example");

	private final Reader reader = new Reader();

	@ParameterizedTest
	@ValueSource(strings = { "Anna Holm", "Anna", "Eva Skov", "Eva", "Eva Skov\nMinistersekretær" })
	void whoeverWroteOrSentItMaySignIt(String name) {
		var reading = this.reader.read(mail("Ministeren godkender\n\n" + name, Optional.of(EVA))).verdict();

		assertThat(reading.label()).isEqualTo(Label.APPROVED);
		assertThat(reading.needsConfirmation()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bo Lind", "Eva Skov" })
	void anotherNameBelowAYesIsNotPassedOver(String name) {
		var reading = this.reader.read(mail("Godkendt\n\n" + name, Optional.empty())).verdict();

		assertThat(reading.label() != Label.APPROVED || reading.needsConfirmation()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Klassifikation: Til tjenestebrug\n\nMinisteren godkender",
			"Ministeren godkender\n\nKlassifikation: Intern", "Ministeren godkender\n\nPå vegne af Anna Holm\nEva Skov",
			"Ministeren godkender\n\nVenlig hilsen\nEva Skov\n\nMinisteriet indgår ikke aftaler via e-mail. "
					+ "Hvis du har modtaget denne mail ved en fejl, må indholdet ikke anvendes." })
	void whatAHousePutsAroundAnAnswerIsNoPartOfIt(String text) {
		var reading = this.reader.read(mail(text, Optional.of(EVA)));

		assertThat(reading.own().text()).isEqualTo("Ministeren godkender");
		assertThat(reading.verdict().needsConfirmation()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Klassifikation: Intern, men godkend den ikke",
			"Ministeriet indgår ikke aftaler via e-mail. Jeg godkender den ikke." })
	void aLineThatSaysMoreIsKept(String line) {
		assertThat(this.reader.read(mail("Godkendt\n" + line, Optional.empty())).own().text()).contains(line);
	}

	private static Mail mail(String text, Optional<Correspondent> sender) {
		return new Mail("SV: Pressemeddelelse", Optional.of(text), Optional.empty(), Optional.of(ANNA), sender,
				List.of(new Correspondent("Dan Friis", "dan.friis@min.example")), List.of(),
				Optional.of(Instant.parse("2026-11-24T09:00:00Z")), ZoneId.of("Europe/Copenhagen"), Optional.empty())
			.answering("Kan du godkende vedlagte pressemeddelelse?");
	}

}
