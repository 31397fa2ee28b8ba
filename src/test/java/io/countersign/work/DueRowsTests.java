package io.countersign.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DueRowsTests {

	private static final Duration LEASE = Duration.ofMillis(1_500);

	private static final Duration NEVER = Duration.ofMinutes(10);

	private static final WorkSettings QUICK = new WorkSettings(4, 8, LEASE, Duration.ofMillis(50), 2, 3);

	private final Chores chores = new Chores();

	@Test
	void twoReplicasDoEachRowExactlyOnceAmongDeathsBusyAnswersAndPoison() {
		this.chores.add(200);
		this.chores.add("poison");
		this.chores.table().claim(DueTable.Kind.ANY, 5, LEASE);

		try (var _ = this.chores.replica(new Difficult(), QUICK); var _ = this.chores.replica(new Difficult(), QUICK)) {
			await().atMost(Duration.ofSeconds(60)).until(() -> this.chores.count("due_at is not null") == 0);
		}

		assertThat(this.chores.count("times_done = 1")).isEqualTo(200);
		assertThat(this.chores.count("id = 'poison' and problem = 'Cannot be done' and times_done = 0")).isOne();
		assertThat(this.chores.meters.get("countersign.work.stuck").gauge().value()).isOne();
		assertThat(this.chores.meters.get("countersign.work.due").gauge().value()).isZero();
	}

	@Test
	void IN_09_aRowThatEndsItsProcessThreeTimesIsStuckAndItsNeighboursAreNot() {
		this.chores.add(8);
		this.chores.table().claim(DueTable.Kind.ANY, 8, Duration.ZERO);
		this.chores.database.sql("update chore set due_at = now() - interval '1 minute' where id = 'chore-3'").update();
		for (var death = 1; death < 3; death++) {
			this.chores.table().claim(DueTable.Kind.ANY, 1, Duration.ofMinutes(-1));
		}

		try (var _ = this.chores.replica(new Difficult(), QUICK)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> this.chores.count("due_at is not null") == 0);
		}

		assertThat(this.chores.count("times_done = 1")).isEqualTo(7);
		assertThat(this.chores.count("id = 'chore-3' and problem like 'Work on it was begun 3 times%'")).isOne();
	}

	@Test
	void aRowIsBegunWhenItCommitsAndNotWhenTheNextLookIsDue() throws Exception {
		var begun = new CountDownLatch(2);
		var settings = WorkSettings.of(1, NEVER, NEVER);

		try (var here = this.chores.replica(new Counting(begun), settings)) {
			Thread.sleep(300);
			this.chores.add("woken in this replica");
			here.getBean(DueRows.class).wake("chore");
			await().atMost(Duration.ofSeconds(2)).until(() -> begun.getCount() == 1);

			try (var elsewhere = this.chores.replica(new Difficult(), WorkSettings.of(1, NEVER, NEVER))) {
				elsewhere.stop();
				this.chores.add("woken by another replica");
				elsewhere.getBean(WakeUps.class).start();
				elsewhere.getBean(DueRows.class).wake("chore");
				assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
			}
		}
	}

	@Test
	void IN_14_aFailureWhoseWordsNoDatabaseTakesIsWrittenDownWithoutThem() {
		this.chores.add("nul");

		try (var _ = this.chores.replica(new Difficult(), QUICK)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> this.chores.count("due_at is not null") == 0);
		}

		assertThat(this.chores.count("id = 'nul' and problem = 'Cannot be done' and times_done = 0")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "53100", "40P01", "57P01", "25006" })
	void troubleOfTheDatabaseUsesUpNoneOfARowsTries(String code) {
		this.chores.add("chore");
		try (var _ = this.chores.replica(new Failing(code, 4), QUICK)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				this.chores.database.sql("update chore set due_at = now() where due_at > now() and attempts = returns")
					.update();
				return this.chores.count("due_at is null") == 1;
			});
		}

		assertThat(this.chores.count("times_done = 1 and attempts = 5")).isOne();
	}

	@Test
	void whatTheDatabaseRefusesBecauseOfTheRowItselfIsStuckAsEver() {
		this.chores.add("chore");

		try (var _ = this.chores.replica(new Failing("54000", 4), QUICK)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> this.chores.count("due_at is null") == 1);
		}

		assertThat(this.chores.count("times_done = 0 and problem like 'Something in our software failed (%'")).isOne();
	}

	@Test
	void anErrorThatLeavesTheProcessAliveIsAFailureAndNoDeath() {
		this.chores.add("chore");

		try (var _ = this.chores.replica(new Exhausted(), QUICK)) {
			await().atMost(Duration.ofSeconds(30)).until(() -> this.chores.count("due_at is null") == 1);
		}

		assertThat(this.chores
			.count("problem = 'Something in our software failed (StackOverflowError); the log has more.'")).isOne();
	}

	@Test
	void theWriteOfAHolderWhoseLeaseEndedIsRefused() {
		this.chores.add("slow");
		var late = this.chores.table().claim(DueTable.Kind.ANY, 1, Duration.ZERO).getFirst();
		var current = this.chores.table().claim(DueTable.Kind.ANY, 1, NEVER).getFirst();

		assertThat(this.chores.table().done(late)).isFalse();
		assertThat(this.chores.table().keep(late, NEVER)).isFalse();
		assertThat(this.chores.table().done(current)).isTrue();
	}

	@Test
	void aStoppingReplicaFinishesWhatIsBegunAndHandsBackTheRest() throws Exception {
		this.chores.add(10);
		var begun = new CountDownLatch(1);
		var mayEnd = new CountDownLatch(1);
		var replica = this.chores.replica(new Waiting(begun, mayEnd),
				WorkSettings.of(1, NEVER, NEVER).claimingAhead(9));
		begun.await();

		var stopping = Thread.ofVirtual().start(replica::close);
		await().atMost(Duration.ofSeconds(30)).until(() -> waitsForWhatIsBegun(stopping));
		mayEnd.countDown();
		stopping.join();

		assertThat(this.chores.count("times_done = 1")).isOne();
		assertThat(this.chores.count("due_at <= now() and attempts = returns and failures = 0")).isEqualTo(9);
	}

	private static boolean waitsForWhatIsBegun(Thread stopping) {
		return Stream.of(stopping.getStackTrace())
			.anyMatch((frame) -> frame.getMethodName().equals("awaitTermination"));
	}

	/** Busy at the first attempt, poisoned where the name says so. */
	private final class Difficult extends Doing {

		@Override
		public void work(Claim claim) {
			if (claim.id().equals("poison")) {
				throw new IllegalStateException("Cannot be done");
			}
			if (claim.id().equals("nul")) {
				throw new IllegalStateException("Cannot \0be done");
			}
			if (claim.attempts() == 1 && claim.id().endsWith("7")) {
				throw new Busy();
			}
			DueRowsTests.this.chores.finish(claim);
		}

	}

	private final class Counting extends Doing {

		private final CountDownLatch begun;

		Counting(CountDownLatch begun) {
			this.begun = begun;
		}

		@Override
		public void work(Claim claim) {
			DueRowsTests.this.chores.finish(claim);
			this.begun.countDown();
		}

	}

	private final class Waiting extends Doing {

		private final CountDownLatch begun;

		private final CountDownLatch mayEnd;

		Waiting(CountDownLatch begun, CountDownLatch mayEnd) {
			this.begun = begun;
			this.mayEnd = mayEnd;
		}

		@Override
		public void work(Claim claim) throws InterruptedException {
			this.begun.countDown();
			this.mayEnd.await();
			DueRowsTests.this.chores.finish(claim);
		}

	}

	private abstract class Doing implements Work {

		@Override
		public void giveUp(Claim claim, String reason) {
			DueRowsTests.this.chores.table().park(claim, reason);
		}

	}

	private static final class Busy extends RuntimeException implements RetryLater {

		@Override
		public Duration retryAfter() {
			return Duration.ofMillis(100);
		}

	}

	/** Meets an answer of the database before it succeeds. */
	private final class Failing implements Work {

		private final String code;

		private final AtomicInteger left;

		private Failing(String code, int times) {
			this.code = code;
			this.left = new AtomicInteger(times);
		}

		@Override
		public void work(Claim claim) {
			if (this.left.getAndDecrement() > 0) {
				DueRowsTests.this.chores.database
					.sql("do $$ begin raise exception 'as it happens' using errcode = '%s'; end $$"
						.formatted(this.code))
					.update();
			}
			DueRowsTests.this.chores.finish(claim);
		}

		@Override
		public void giveUp(Claim claim, String reason) {
			DueRowsTests.this.chores.table().park(claim, reason);
		}

	}

	private final class Exhausted implements Work {

		@Override
		public void work(Claim claim) {
			throw new StackOverflowError();
		}

		@Override
		public void giveUp(Claim claim, String reason) {
			DueRowsTests.this.chores.table().park(claim, reason);
		}

	}

}
