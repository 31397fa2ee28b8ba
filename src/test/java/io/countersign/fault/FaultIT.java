package io.countersign.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.countersign.crash.Ledgers;
import io.countersign.crash.MailFlow;
import io.countersign.scenario.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graph refuses, forgets, is late and loses answers while mail flows; when it is well
 * again the books are compared.
 */
class FaultIT {

	private static final long SEED = Long.getLong("fault.seed", 20_261_125);

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static Sandbox sandbox;

	private static MailFlow flow;

	@BeforeAll
	static void open() {
		sandbox = Sandbox.withoutSendingLimits();
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
		for (var round = 0; round < 6; round++) {
			mails(10);
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
		mails(60);
		pause(Duration.ofSeconds(10));
		sandbox.control().heal();
		balances("429 storm");
	}

	@Test
	void IN_05_lostNotificationsCostOnlyTime() {
		sandbox.control().fault(Map.of("kind", "drop-notifications"));
		mails(40);
		balances("all notifications lost");
	}

	@Test
	void aMinuteWithoutServiceLosesNothing() {
		sandbox.control().fault(Map.of("kind", "status", "status", 503, "match", Map.of("path", "/v1.0/")));
		mails(30);
		pause(Duration.ofSeconds(60));
		sandbox.control().heal();
		balances("503 for a minute");
	}

	@Test
	void RL_02_aSendWhoseAnswerIsLostIsSentOnce() {
		sandbox.control().transport(Duration.ofSeconds(2), true);
		sandbox.control()
			.fault(Map.of("kind", "accept-then-reset", "probability", 0.5, "match",
					Map.of("method", "POST", "path", "/send$")));
		var before = flow.requests().size();
		while (flow.requests().size() < before + 200) {
			flow.next();
		}
		balances("200 sends, every second answer lost");
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
