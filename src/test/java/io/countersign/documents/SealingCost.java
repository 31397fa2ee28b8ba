package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What encryption costs a mail of 20 kB, in microseconds of CPU: the median of the last
 * three of five rounds.
 */
final class SealingCost {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final int SIZE = 20_000;

	private static final int MAILS = 2_000;

	private static final int ROUNDS = 5;

	private final Random random = new Random(1);

	private SealingCost() {
	}

	public static void main(String[] arguments) throws SQLException {
		new SealingCost().measure();
	}

	private void measure() throws SQLException {
		var source = TestDatabase.fresh().dataSource();
		var keys = Vaults.keys(source, Clock.systemUTC(), MasterKey.HEX);
		var one = new SingleConnectionDataSource(source.getConnection(), true);
		var transaction = TestDatabase.transactions(one);
		var database = new JdbcTemplate(one);
		var contents = new DatabaseContents(new BlobRepository(database), keys);
		var server = ProcessHandle
			.of(Objects.requireNonNull(database.queryForObject("select pg_backend_pid()", Long.class)))
			.orElseThrow();

		print(server, "encrypt in memory", (mail) -> keys.arriving(mail).cipher().seal(0, bytes(mail), SIZE));
		print(server, "store in clear, as before", (mail) -> transaction.execute((_) -> database.batchUpdate("""
				insert into blob (sha256, size, bytes, found) values (?, ?, ?, ?) on conflict do nothing
				""", List.<Object[]>of(new Object[] { mail.id().bytes(), mail.size(), bytes(mail), false }))));
		print(server, "store encrypted", (mail) -> {
			transaction.executeWithoutResult((_) -> contents.add(List.of(mail), false));
		});
		print(server, "store encrypted and read again", (mail) -> {
			transaction.executeWithoutResult((_) -> contents.add(List.of(mail), false));
			contents.open(mail.id(), 0).ifPresent(SealingCost::toTheEnd);
		});
	}

	private void print(ProcessHandle server, String what, Consumer<Spool> work) {
		var here = new long[ROUNDS];
		var there = new long[ROUNDS];
		for (var round = 0; round < ROUNDS; round++) {
			var mails = this.random.ints(MAILS).mapToObj((_) -> mail()).toList();
			var beganHere = THREADS.getCurrentThreadCpuTime() / 1_000;
			var beganThere = micros(server);
			mails.forEach(work);
			here[round] = (THREADS.getCurrentThreadCpuTime() / 1_000 - beganHere) / MAILS;
			there[round] = (micros(server) - beganThere) / MAILS;
		}
		System.out.printf("%-32s %5d us of CPU here, %5d us in the database%n", what, median(here), median(there));
	}

	private static long micros(ProcessHandle server) {
		return server.info().totalCpuDuration().orElseThrow().toNanos() / 1_000;
	}

	private static long median(long[] rounds) {
		var last = Arrays.copyOfRange(rounds, ROUNDS - 3, ROUNDS);
		Arrays.sort(last);
		return last[1];
	}

	private static void toTheEnd(InputStream stream) {
		try (stream) {
			stream.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
