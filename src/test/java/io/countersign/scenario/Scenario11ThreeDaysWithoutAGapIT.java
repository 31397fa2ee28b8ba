package io.countersign.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenario 11: hints are lost, subscriptions gone, the service refuses; nothing is. Three
 * days are seconds here: each folder's turn comes every two of them, and a mailbox lags
 * after ten.
 */
class Scenario11ThreeDaysWithoutAGapIT {

	private static final Map<String, String> SHORT_DAYS = Map.of("countersign.watch.every", "2s",
			"countersign.overview.lag-after", "10s", "countersign.graph.directory-every", "5s");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String LAGS = CLARA.address() + " has not been read since";

	@Test
	void whatCameWhileNothingWorkedIsOnRecordOnceServiceReturns() {
		try (var office = Office.open(SHORT_DAYS)) {
			var asked = letter(0, CLARA);
			office.tenant().send(asked);
			office.settles(asked);
			var eva = Visitor.of(office.product().uri(), EVA, "en");
			await().atMost(PATIENCE).until(() -> !eva.page("/").contains(LAGS));
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
			var no = asked.answeredBy(CLARA, "Afvist." + asked.quoted(), now());
			var yes = asked.answeredBy(CLARA, "Godkendt." + asked.quoted(), now().plusSeconds(1));
			office.tenant().send(no, Instant.now());
			office.tenant().send(yes, Instant.now().plusSeconds(1));
			for (var number = 1; number <= 30; number++) {
				var letter = letter(number, number % 2 == 0 ? BO : CLARA);
				office.tenant().send(letter);
				letters.add(letter);
			}
			await().atMost(PATIENCE).until(() -> eva.page("/").contains(LAGS));

			office.tenant().heal();
			office.tenant().lifecycle("missed");
			letters.addAll(List.of(no, yes));
			office.settles(letters.toArray(Letter[]::new));

			assertThat(office.product().all("/cases")).hasSize(11);
			assertThat(office.caseOf(asked).path("verdicts").valueStream())
				.extracting((verdict) -> verdict.path("outcome").asString() + " " + verdict.path("state").asString())
				.containsExactlyInAnyOrder("REJECTED SUPERSEDED", "APPROVED ACTIVE");
			await().atMost(PATIENCE).until(() -> !eva.page("/").contains(LAGS));
			for (var mailbox : List.of(BO, CLARA, DAN)) {
				var expected = before.getOrDefault(mailbox, 0L)
						+ letters.stream().filter((letter) -> isOf(letter, mailbox)).count() + ours(office, mailbox);
				var now = office.settles(mailbox, expected);
				assertThat(now.seen()).as(mailbox.displayName()).isEqualTo(expected);
				assertThat(now.isComplete()).as("%s: %s", mailbox, now).isTrue();
			}
		}
	}

	/** Nobody is told that it has ended, and no notification comes any more. */
	@Test
	void aSubscriptionThatEndsUnsaidCostsOnlyTime() {
		try (var office = Office.open(SHORT_DAYS)) {
			office.tenant().lifecycle("expired");
			var asked = letter(0, BO);
			office.tenant().send(asked);

			office.settles(asked);

			assertThat(office.caseOf(asked).path("number").asString()).isNotEmpty();
		}
	}

	/** What the product itself has asked or told somebody meanwhile. */
	private static long ours(Office office, Cast mailbox) {
		return office.tenant()
			.sent()
			.stream()
			.filter((mail) -> mail.path("recipients").toString().contains(mailbox.address()))
			.count();
	}

	private static boolean isOf(Letter letter, Cast mailbox) {
		return letter.from() == mailbox || letter.to().contains(mailbox);
	}

	/** Every third asks for a decision. */
	private static Letter letter(int number, Cast approver) {
		return (number % 3 == 0)
				? Letter.of(DAN, List.of(approver), "Indstilling nr. " + number,
						"Hej\n\nKan du godkende indstilling nr. %d?\n\nDan".formatted(number), now())
				: Letter.of(DAN, List.of(BO, CLARA), "Referat nr. " + number,
						"Hej\n\nTil orientering: referatet ligger på drevet.\n\nDan", now());
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

}
