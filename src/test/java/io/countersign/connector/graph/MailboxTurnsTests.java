package io.countersign.connector.graph;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailboxTurnsTests {

	private static final EmailAddress OURS = new EmailAddress("countersign@min.example");

	private final TestDatabase database = TestDatabase.fresh();

	private final MailboxTurns one = turns();

	private final MailboxTurns other = turns();

	@Test
	void oneCallAtATimeIsMadeOverAllReplicas() throws Exception {
		var inside = new AtomicInteger();
		var most = new AtomicInteger();
		try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, 8)
				.<Callable<Integer>>mapToObj((n) -> () -> ((n % 2 == 0) ? this.one : this.other).take(OURS, () -> {
					most.accumulateAndGet(inside.incrementAndGet(), Math::max);
					pause(20);
					return inside.decrementAndGet();
				}))
				.toList();
			for (var call : pool.invokeAll(calls)) {
				call.get();
			}
		}

		assertThat(most).hasValue(1);
	}

	@Test
	void RL_05_thePauseGraphWantsIsKeptByTheOtherReplicasToo() {
		var told = System.nanoTime();
		assertThatThrownBy(() -> this.one.take(OURS, () -> {
			throw new ConnectorException.Busy("busy", Duration.ofMillis(700));
		})).isInstanceOf(ConnectorException.Busy.class);

		var asked = this.other.take(OURS, System::nanoTime);

		assertThat(Duration.ofNanos(asked - told)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
	}

	@Test
	void whoeverWasTooLongGivesBackNothingOfAnotherTurn() {
		this.one.take(OURS, () -> {
			this.database.client().sql("update mailbox_turn set taken_until = now()").update();
			return this.other.take(OURS, () -> {
				this.database.client().sql("update mailbox_turn set fence = fence + 1").update();
				return 1;
			});
		});

		assertThat(this.database.client()
			.sql("select taken_until > now() from mailbox_turn")
			.query(Boolean.class)
			.single()).isTrue();
	}

	private MailboxTurns turns() {
		return new MailboxTurns(this.database.client(),
				TransportSecurityTests.properties(URI.create("http://localhost"), null));
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
