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

	private static Mail mail(String text, Optional<Correspondent> sender) {
		return new Mail("SV: Pressemeddelelse", Optional.of(text), Optional.empty(), Optional.of(ANNA), sender,
				List.of(new Correspondent("Dan Friis", "dan.friis@min.example")), List.of(),
				Optional.of(Instant.parse("2026-11-24T09:00:00Z")), ZoneId.of("Europe/Copenhagen"), Optional.empty())
			.answering("Kan du godkende vedlagte pressemeddelelse?");
	}

}
