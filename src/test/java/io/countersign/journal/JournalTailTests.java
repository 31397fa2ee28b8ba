package io.countersign.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Isolated("An open transaction of another test hides what is behind it, for a server has one line of them.")
class JournalTailTests {

	private static final Duration SOON = Duration.ofSeconds(15);

	private final Facts facts = new Facts();

	private final JournalTail tail = new JournalTail(this.facts.entries, this.facts.wakeUps);

	@BeforeEach
	void start() {
		this.tail.start();
	}

	@AfterEach
	void stop() {
		this.tail.stop();
	}

	@Test
	void aFollowerSeesWhatIsNewAndNothingOlder() {
		this.facts.commit(Facts.Fact.of("case/a", 1));
		var seen = new CopyOnWriteArrayList<Entry>();

		try (var _ = this.tail.follow(seen::addAll)) {
			this.facts.commit(Facts.Fact.of("case/a", 2), Facts.Fact.of("case/b", 3));
			await().atMost(SOON).until(() -> seen.size() == 2);
		}

		assertThat(seen).extracting(Entry::stream).containsExactly("case/a", "case/b");
	}

	@Test
	void anEntryBehindAnOpenTransactionIsSeenSoonAfterThatEnds() throws Exception {
		var seen = new CopyOnWriteArrayList<Entry>();
		var open = new CountDownLatch(1);
		var end = new CountDownLatch(1);
		var older = Thread.ofVirtual().start(() -> this.facts.transactions.executeWithoutResult((_) -> {
			this.facts.database.sql("select pg_current_xact_id()::text").query(String.class).single();
			open.countDown();
			awaitQuietly(end);
		}));
		open.await();

		try (var _ = this.tail.follow(seen::addAll)) {
			this.facts.commit(Facts.Fact.of("case/a", 1));
			Thread.sleep(200);
			assertThat(seen).isEmpty();
			end.countDown();
			older.join();
			await().atMost(SOON).until(() -> seen.size() == 1);
		}
	}

	@Test
	void aFollowerThatFailsDoesNotDisturbTheOthers() {
		var seen = new CopyOnWriteArrayList<List<Entry>>();

		try (var _ = this.tail.follow((_) -> {
			throw new IllegalStateException("gone");
		}); var _ = this.tail.follow(seen::add)) {
			this.facts.commit(Facts.Fact.of("case/a", 1));
			await().atMost(SOON).until(() -> seen.size() == 1);
			this.facts.commit(Facts.Fact.of("case/a", 2));
			await().atMost(SOON).until(() -> seen.size() == 2);
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
