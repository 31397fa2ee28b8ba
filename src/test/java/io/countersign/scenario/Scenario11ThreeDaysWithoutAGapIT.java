package io.countersign.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 11: hints are lost, subscriptions gone, the service refuses; nothing is. */
class Scenario11ThreeDaysWithoutAGapIT {

	@Test
	void whatCameWhileNothingWorkedIsOnRecordOnceServiceReturns() {
		try (var office = Office.open()) {
			var before = Map.of(BO, office.completeness(BO).seen(), CLARA, office.completeness(CLARA).seen(), DAN,
					office.completeness(DAN).seen());
			office.tenant().fault(Map.of("kind", "drop-notifications"));
			office.tenant().lifecycle("subscriptionRemoved");
			office.tenant()
				.fault(Map.of("kind", "status", "status", 429, "headers", Map.of("Retry-After", "2"), "match",
						Map.of("path", "messages/delta"), "probability", 0.5));
			office.tenant()
				.fault(Map.of("kind", "status", "status", 503, "match",
						Map.of("path", "clara\\.juhl.*messages", "method", "GET")));
			var letters = new ArrayList<Letter>();
			for (var number = 0; number < 30; number++) {
				var letter = letter(number);
				office.tenant().send(letter);
				letters.add(letter);
			}
			Office.pause(Duration.ofSeconds(8));

			office.tenant().heal();
			office.tenant().lifecycle("missed");
			office.settles(letters.toArray(Letter[]::new));

			assertThat(office.product().all("/cases")).hasSize(10);
			for (var mailbox : List.of(BO, CLARA, DAN)) {
				var expected = before.getOrDefault(mailbox, 0L)
						+ letters.stream().filter((letter) -> isOf(letter, mailbox)).count();
				var now = office.settles(mailbox, expected);
				assertThat(now.seen()).as(mailbox.displayName()).isEqualTo(expected);
				assertThat(now.isComplete()).as("%s: %s", mailbox, now).isTrue();
			}
		}
	}

	private static boolean isOf(Letter letter, Cast mailbox) {
		return letter.from() == mailbox || letter.to().contains(mailbox);
	}

	/** Every third asks for a decision. */
	private static Letter letter(int number) {
		var now = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
		return (number % 3 == 0)
				? Letter.of(DAN, List.of(number % 2 == 0 ? BO : CLARA), "Indstilling nr. " + number,
						"Hej\n\nKan du godkende indstilling nr. %d?\n\nDan".formatted(number), now)
				: Letter.of(DAN, List.of(BO, CLARA), "Referat nr. " + number,
						"Hej\n\nTil orientering: referatet ligger på drevet.\n\nDan", now);
	}

}
