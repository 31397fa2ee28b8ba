package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What encryption costs a mail of 20 kB, in microseconds: the median of the last three
 * of five rounds.
 */
final class SealingCost {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int SIZE = 20_000;

	private static final int MAILS = 2_000;

	private static final int ROUNDS = 5;

	private final Random random = new Random(1);

	private SealingCost() {
	}

	public static void main(String[] arguments) {
		new SealingCost().measure();
	}

	private void measure() {
		var source = TestDatabase.fresh().dataSource();
		var transaction = TestDatabase.transactions(source);
		var database = new JdbcTemplate(source);
		var keys = Vaults.keys(source, Clock.systemUTC(), MasterKey.HEX);
		var contents = new DatabaseContents(new BlobRepository(database), keys);

		print("encrypt in memory", (mail) -> keys.arriving(mail).cipher().seal(0, bytes(mail), SIZE));
		print("store in clear, as before", (mail) -> transaction.execute((_) -> database.update(
				"insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing", mail.id().bytes(),
				mail.size(), bytes(mail))));
		print("store encrypted", (mail) -> {
			transaction.executeWithoutResult((_) -> contents.add(List.of(mail), false));
			return mail;
		});
		print("store encrypted and read again", (mail) -> {
			transaction.executeWithoutResult((_) -> contents.add(List.of(mail), false));
			return contents.open(mail.id(), 0);
		});
	}

	/** CPU is that of this side alone; the time holds the database's as well. */
	private void print(String what, Function<Spool, Object> work) {
		var taken = new long[ROUNDS];
		var cpu = new long[ROUNDS];
		for (var round = 0; round < ROUNDS; round++) {
			var mails = this.random.ints(MAILS).mapToObj((_) -> mail()).toList();
			var began = System.nanoTime();
			var used = THREADS.getCurrentThreadCpuTime();
			mails.forEach(work::apply);
			taken[round] = (System.nanoTime() - began) / 1_000 / MAILS;
			cpu[round] = (THREADS.getCurrentThreadCpuTime() - used) / 1_000 / MAILS;
		}
		System.out.printf("%-32s %5d us of CPU, %5d us in all%n", what, median(cpu), median(taken));
	}

	private static long median(long[] rounds) {
		var last = Arrays.copyOfRange(rounds, ROUNDS - 3, ROUNDS);
		Arrays.sort(last);
		return last[1];
	}

	private static byte[] bytes(Spool mail) {
		try (var stream = mail.open()) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Spool mail() {
		var bytes = new byte[SIZE];
		this.random.nextBytes(bytes);
		return Spool.of(bytes);
	}

}
