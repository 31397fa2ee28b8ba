package io.countersign.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.countersign.crash.Ledgers;
import io.countersign.crash.MailFlow;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graph refuses, forgets, is late and loses answers while mail flows; when it is well
 * again the books are compared. The number of sends is {@code fault.sends}, the outage
 * lasts {@code fault.outage} seconds, and the rest is as large beside them.
 */
class FaultIT {

	private static final int SENDS = Integer.getInteger("fault.sends", 12);

	/** Mails under each other fault. */
	private static final int MAILS = Math.max(10, SENDS / 4);

	private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("fault.outage", 6));

	private static final long SEED = Long.getLong("fault.seed", 20_261_125);

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static Sandbox sandbox;

	private static MailFlow flow;

	@BeforeAll
	static void open() {
		var settings = new HashMap<>(ProductSettings.NO_SENDING_LIMITS);
		settings.put("countersign.extraction.enabled", "false");
		sandbox = Sandbox.start(settings);
		flow = new MailFlow(sandbox.control(), new Random(SEED), 20);
		flow.begin(sandbox.api());
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	@AfterEach
	void heal() {
		sandbox.control().heal();
		sandbox.control().transport(Duration.ZERO, false);
	}

	@Test
	void IN_06_aForgottenPlaceInMidWalkLosesAndDoublesNothing() {
		for (var round = 0; round < MAILS / 5; round++) {
			mails(5);
			sandbox.control().fault(Map.of("kind", "expire-delta"));
			sandbox.control()
				.fault(Map.of("kind", "status", "status", 410, "times", 3, "match",
						Map.of("path", "skiptoken|deltatoken")));
		}
		balances("410 in mid-walk");
	}

	@Test
	void RL_05_throttlingStormsAreWaitedOut() {
		sandbox.control()
			.fault(Map.of("kind", "status", "status", 429, "headers", Map.of("Retry-After", "1"), "probability", 0.4,
					"match", Map.of("path", "/v1.0/users")));
		mails(MAILS);
		pause(OUTAGE.dividedBy(6).plusSeconds(2));
		sandbox.control().heal();
		balances("429 storm");
	}

	@Test
	void IN_05_lostNotificationsCostOnlyTime() {
		sandbox.control().fault(Map.of("kind", "drop-notifications"));
		mails(MAILS);
		balances("all notifications lost");
	}

	@Test
	void aTimeWithoutServiceLosesNothing() {
		sandbox.control().fault(Map.of("kind", "status", "status", 503, "match", Map.of("path", "/v1.0/")));
		mails(MAILS);
		pause(OUTAGE);
		sandbox.control().heal();
		balances("503 for %d s".formatted(OUTAGE.toSeconds()));
	}

	@Test
	void RL_02_aSendWhoseAnswerIsLostIsSentOnce() {
		sandbox.control().transport(Duration.ofSeconds(2), true);
		sandbox.control()
			.fault(Map.of("kind", "accept-then-reset", "probability", 0.5, "match",
					Map.of("method", "POST", "path", "/send$")));
		var before = flow.requests().size();
		while (flow.requests().size() < before + SENDS) {
			flow.next();
		}
		balances("%d requests to answer, every second answer of a send lost".formatted(SENDS));
	}

	private static void mails(int count) {
		for (var mail = 0; mail < count; mail++) {
			flow.next();
		}
	}

	private static void balances(String what) {
		flow.end();
		settle();
		var books = Ledgers.compare(flow, sandbox.control(), sandbox.api());
		System.out.printf(
				"Fault test (%s): %d mails so far, seed %d: mails lost %d, second cases %d, second replies %d, missing replies %d%n",
				what, flow.delivered().values().stream().mapToInt(List::size).sum(), SEED, books.mailsLost(),
				books.secondCases(), books.secondReplies(), books.missingReplies());
		assertThat(books.balance()).as(books.toString()).isTrue();
	}

	/** Until the books balance and nothing is due, or patience ends. */
	private static void settle() {
		var until = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(until)) {
			if (sandbox.api().status().path("pending").asLong() == 0
					&& Ledgers.compare(flow, sandbox.control(), sandbox.api()).balance()) {
				return;
			}
			pause(Duration.ofSeconds(1));
		}
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
