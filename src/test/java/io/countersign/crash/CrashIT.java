package io.countersign.crash;

import java.nio.file.Path;
import java.util.Random;

import io.countersign.sandbox.SandboxTenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the product and its database while mail flows, every fifth time in the midst of a
 * backlog, then one of two replicas in another, and compares the books. The kills of one
 * plan fall by turns on two offices beside each other, each with books of its own: a
 * process waits more than it works. The number of kills is {@code crash.kills}, the mails
 * of a backlog {@code crash.backlog}, the seed {@code crash.seed}.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

	private static final int KILLS = Integer.getInteger("crash.kills", 25);

	private static final int BACKLOG = Integer.getInteger("crash.backlog", 40);

	/**
	 * Of so many kills one hits a backlog, the others a few mails that have just come.
	 */
	private static final int BACKLOG_EVERY = 5;

	/** Kills of one of two replicas, on top of the others. */
	private static final int KILLS_OF_TWO = Math.max(1, KILLS / 25);

	private static final long SEED = Long.getLong("crash.seed", 20_261_124);

	private static final int TOLD_EVERY = 25;

	private static final int OFFICES = 2;

	/** Graph bears four calls at a time in a mailbox, and we make three. */
	private static final int AT_A_TIME = 3;

	@TempDir
	static Path shared;

	private static LinkedClasses classes;

	@TempDir
	Path directory;

	@BeforeAll
	static void linkClasses() throws Exception {
		try (var tenant = SandboxTenant.start(0, 0); var database = KillableDatabase.start(shared.resolve("pg"))) {
			classes = Lives.linked(shared, CrashedOffice.settings(tenant, database));
		}
	}

	@Test
	void nothingIsLostAndNothingIsDoubled() throws Exception {
		crash(0);
	}

	@Test
	void norInTheOfficeBesideIt() throws Exception {
		crash(1);
	}

	private void crash(int number) throws Exception {
		try (var tenant = SandboxTenant.start(0, 0);
				var database = KillableDatabase.start(this.directory.resolve("pg"));
				var lives = new Lives(this.directory, classes)) {
			crash(number, CrashedOffice.open(tenant, database, lives, SEED + number));
		}
	}

	private static void crash(int number, CrashedOffice office) throws Exception {
		var plan = Kill.plan(KILLS, new Random(SEED));
		var done = 0;
		var missed = 0;
		var backlogs = 0;
		for (var kill = number; kill < KILLS; kill += OFFICES) {
			var isBacklog = (kill + 1) % BACKLOG_EVERY == 0;
			missed += office.strike(plan.get(kill), isBacklog ? BACKLOG : 0) ? 0 : 1;
			backlogs += isBacklog ? 1 : 0;
			done++;
			if (done % TOLD_EVERY == 0) {
				System.out.printf("Crash test: %d kills in office %d of %d%n", done, number + 1, OFFICES);
			}
		}
		var ofTwo = (KILLS_OF_TWO + number) / OFFICES;
		for (var kill = 0; kill < ofTwo; kill++) {
			office.strikeOneOfTwo(BACKLOG);
		}
		var books = office.books();
		var atATime = office.mostCallsAtATime();
		System.out.printf(
				"Crash test, office %d of %d: %d kills (%d points were not reached and became kills at random), %d of them in a"
						+ " backlog of %d mails, and %d of one of two replicas in such a backlog, %d mails, seed %d, at most %d calls"
						+ " at a time in a mailbox%n"
						+ "mails lost %d, second cases %d, second replies %d, missing replies %d%n",
				number + 1, OFFICES, done, missed, backlogs, BACKLOG, ofTwo, office.mails(), SEED + number, atATime,
				books.mailsLost(), books.secondCases(), books.secondReplies(), books.missingReplies());
		assertThat(books.balance()).as(books.toString()).isTrue();
		assertThat(atATime).as("Calls at a time in one mailbox, over all replicas").isLessThanOrEqualTo(AT_A_TIME);
	}

}
