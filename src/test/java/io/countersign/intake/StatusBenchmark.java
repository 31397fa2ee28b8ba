package io.countersign.intake;

import java.util.Arrays;

import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What {@code GET /status} takes of the database when a million items have been seen in
 * 4,000 mailboxes, one in five of them fetched and half of those in a case, and what
 * counting them all anew takes. The medians of eleven.
 */
final class StatusBenchmark {

	private static final int ITEMS = 1_000_000;

	private static final int ROUNDS = 11;

	private StatusBenchmark() {
	}

	public static void main(String[] arguments) {
		var database = TestDatabase.fresh().client();
		fill(database);
		var counts = new LedgerCounts(database);
		System.out.printf("%nStatus of %d items: %s; counted anew: %s%n", ITEMS, measured(counts::all),
				measured(counts::recount));
		System.exit(0);
	}

	private static String measured(Runnable work) {
		var times = new double[ROUNDS];
		for (var round = 0; round < ROUNDS; round++) {
			var began = System.nanoTime();
			work.run();
			times[round] = (System.nanoTime() - began) / 1e6;
		}
		Arrays.sort(times);
		return "%.0f ms (%.0f to %.0f)".formatted(times[ROUNDS / 2], times[0], times[ROUNDS - 1]);
	}

	private static void fill(JdbcClient database) {
		database.sql("""
				insert into message (id, state, reason, digest, received_at, mode, read_at, due_at)
				select 'msg_' || md5(n::text), case when n % 2 = 0 then 'IN_CASE' when n % 1000 = 1 then 'QUARANTINED'
						else 'IGNORED' end, 'It asks for a decision.', md5(n::text), now(), 'LIVE', now(), null
				from generate_series(1, :items / 5) as n
				""").param("items", ITEMS).update();
		database.sql("""
				insert into sighting (item_hash, mailbox, folder, received_at, state, reason, internet_id_hash, message)
				select sha256(n::text::bytea), 'person' || n % 4000 || '@min.example', 'INBOX', now(),
					case when n % 5 > 0 then 'RULED_OUT' when n / 5 % 2 = 0 then 'KEPT' else 'IGNORED' end,
					'Nobody is asked to decide or do anything.', sha256(('id' || n)::bytea),
					case when n % 5 = 0 then 'msg_' || md5((n / 5)::text) end
				from generate_series(1, :items) as n
				""").param("items", ITEMS).update();
		database.sql("vacuum analyze sighting").update();
		database.sql("vacuum analyze message").update();
	}

}
