package io.countersign.connector.graph;

import java.time.Duration;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.support.MovingClock;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailboxRestsTests {

	private static final EmailAddress ANNA = new EmailAddress("anna@min.example");

	private static final EmailAddress BO = new EmailAddress("bo@min.example");

	private final MovingClock clock = new MovingClock();

	private final TestDatabase database = TestDatabase.fresh();

	private final MailboxRests rests = new MailboxRests(this.database.client(), this.clock);

	@Test
	void RL_05_aMailboxRestsExactlyAsLongAsItWasTold() {
		this.rests.throttled(ANNA, throttled(30));

		this.clock.move(Duration.ofMillis(29_999));
		assertThatThrownBy(() -> this.rests.check(ANNA)).isInstanceOfSatisfying(ConnectorException.Busy.class,
				(busy) -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofMillis(1)));
		this.clock.move(Duration.ofMillis(1));
		assertThatNoException().isThrownBy(() -> this.rests.check(ANNA));
	}

	@Test
	void RL_05_aRestHoldsInEveryReplicaForReadingAndSending() {
		var reader = this.rests;
		var sender = new MailboxRests(this.database.client(), this.clock);
		sender.throttled(ANNA, throttled(30));
		reader.throttled(ANNA, throttled(10));

		this.clock.move(Duration.ofSeconds(29));
		assertThatThrownBy(() -> new GraphCalls(reader).make(ANNA, () -> "read")).isInstanceOfSatisfying(
				ConnectorException.Busy.class,
				(busy) -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
		assertThat(new GraphCalls(reader).<String>make(BO, () -> "read")).isEqualTo("read");
		this.clock.move(Duration.ofSeconds(1));
		assertThat(new GraphCalls(reader).<String>make(ANNA, () -> "read")).isEqualTo("read");
	}

	@Test
	void RL_05_aCallThatWasUnderWayDoesNotEndTheRest() {
		this.rests.throttled(ANNA, throttled(30));

		this.rests.succeeded(ANNA);
		this.rests.failed(ANNA);
		this.rests.throttled(ANNA, throttled(1));

		this.clock.move(Duration.ofSeconds(29));
		assertThatThrownBy(() -> this.rests.check(ANNA)).isInstanceOf(ConnectorException.Busy.class);
	}

	@Test
	void RL_05_withoutRetryAfterThePauseGrowsAndIsNeverTheSameForAll() {
		var first = this.rests.throttled(ANNA, new GraphFault(429, "", "", Optional.empty()));
		this.clock.move(first);
		this.rests.throttled(ANNA, new GraphFault(429, "", "", Optional.empty()));
		this.clock.move(Duration.ofMinutes(1));
		var third = this.rests.throttled(ANNA, new GraphFault(429, "", "", Optional.empty()));

		assertThat(first).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
		assertThat(third).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
	}

	@Test
	void RL_05_theCircuitOfAMailboxOpensAfterFiveFailuresAndClosesWithASuccess() {
		for (var failure = 0; failure < 4; failure++) {
			this.rests.failed(ANNA);
		}
		assertThatNoException().isThrownBy(() -> this.rests.check(ANNA));

		this.rests.failed(ANNA);
		assertThatThrownBy(() -> this.rests.check(ANNA)).isInstanceOf(ConnectorException.Busy.class);
		assertThatNoException().isThrownBy(() -> this.rests.check(BO));

		this.clock.move(Duration.ofSeconds(3));
		assertThatNoException().isThrownBy(() -> this.rests.check(ANNA));
		this.rests.succeeded(ANNA);
		this.rests.failed(ANNA);
		assertThatNoException().isThrownBy(() -> this.rests.check(ANNA));
	}

	private static GraphFault throttled(int seconds) {
		return new GraphFault(429, "ApplicationThrottled", "", Optional.of(Duration.ofSeconds(seconds)));
	}

}
