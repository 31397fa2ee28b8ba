package io.countersign.sandbox.tenant;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Item 1: throttling per mailbox. */
@ResourceLock(Probe.LOCK)
class ThrottlingTests {

	private static final String INBOX = "/v1.0/users/anna@min.example/mailFolders/inbox/messages";

	/** In whose mailbox no other test has called. */
	private static final Correspondent SOMEBODY_NEW = Correspondent.of("Frida Ny", "frida.ny@min.example");

	private static final String HER_INBOX = "/v1.0/users/frida.ny@min.example/mailFolders/inbox/messages";

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void theFifthCallAtATimeInAMailboxIsRefused() {
		this.probe.control.fault(Map.of("kind", "delay", "delay", "700ms"));

		var statuses = this.probe.atOnce(5, INBOX).stream().map(Probe.Reply::status).sorted().toList();

		assertThat(statuses).containsExactly(200, 200, 200, 200, 429);
	}

	@Test
	void anotherMailboxIsNotConcerned() {
		this.probe.control.fault(Map.of("kind", "delay", "delay", "700ms", "match", Map.of("path", "anna@")));

		this.probe.atOnce(4, INBOX);

		assertThat(this.probe.get("/v1.0/users/bo@min.example/messages").status()).isEqualTo(200);
	}

	@Test
	void tooManyCallsInTenMinutesAreRefusedSometimesWithoutATimeAndSometimesAsUnavailable() {
		this.probe.control.employ(SOMEBODY_NEW, "Fuldmægtig");
		this.probe.habit(Map.of("callLimit", 3));

		var first = Stream.generate(() -> this.probe.get(HER_INBOX)).limit(3).map(Probe.Reply::status).toList();
		var refused = Stream.generate(() -> this.probe.get(HER_INBOX)).limit(5).toList();

		assertThat(first).containsExactly(200, 200, 200);
		assertThat(refused).extracting(Probe.Reply::status).containsExactly(429, 429, 429, 429, 503);
		assertThat(refused).extracting(Probe.Reply::code).containsOnly("ApplicationThrottled");
		assertThat(refused).extracting((one) -> one.header("Retry-After").isEmpty())
			.containsExactly(false, false, true, false, false);
	}

	@Test
	void aStepOfABatchIsRefusedInsideAnOuterSuccess() {
		this.probe.control.fault(Map.of("kind", "status", "status", 429, "headers", Map.of("Retry-After", "7"), "match",
				Map.of("path", "/users/anna@min.example"), "times", 1));

		var answer = this.probe.post("/v1.0/$batch", Map.of("requests",
				List.of(Map.of("id", "1", "method", "GET", "url", "/users/anna@min.example/messages"))));

		assertThat(answer.status()).isEqualTo(200);
		var step = answer.json().path("responses").path(0);
		assertThat(step.path("status").asInt()).isEqualTo(429);
		assertThat(step.path("headers").path("Retry-After").asString()).isEqualTo("7");
		assertThat(step.path("body").path("error").path("code").asString()).isEqualTo("ApplicationThrottled");
	}

}
