package io.countersign.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.countersign.support.TestDatabase;
import io.countersign.work.TestWork;
import io.countersign.work.WakeUps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/** A journal on a database of its own, and facts for it. */
final class Facts {

	static final Origin ORIGIN = new Origin("min", "bridge-1");

	final JdbcClient database;

	final TransactionTemplate transactions;

	final WakeUps wakeUps;

	final EntryRepository entries;

	final Journal journal;

	final Verifier verifier;

	final TreeHeadRepository heads;

	final TreeHeads growing;

	Facts() {
		this(new SealProperties(null, null, Duration.ZERO));
	}

	Facts(SealProperties seal) {
		var source = TestDatabase.fresh().dataSource();
		this.database = JdbcClient.create(source);
		this.transactions = TestDatabase.transactions(source);
		this.wakeUps = TestWork.wakeUps(source);
		this.entries = new EntryRepository(this.database);
		this.heads = new TreeHeadRepository(this.database);
		var sealing = new Sealing(ORIGIN, seal);
		this.verifier = new Verifier(this.database, this.entries, this.heads, sealing);
		this.journal = new Journal(new EntryWriter(this.database, ORIGIN), this.entries, this.verifier, this.wakeUps);
		this.growing = new TreeHeads(this.heads, this.entries, sealing, seal, Clock.systemUTC());
	}

	void commit(Journaled... facts) {
		this.transactions.executeWithoutResult((_) -> {
			for (var fact : facts) {
				this.journal.append(fact);
			}
		});
	}

	/**
	 * What a transaction that still runs anywhere on the server might come before is not
	 * sealed yet, so it waits for the other tests'.
	 */
	void seal() {
		await().atMost(Duration.ofSeconds(60)).until(() -> this.database.sql("""
				select not exists (select from entry where transaction >= pg_snapshot_xmin(pg_current_snapshot()))
				""").query(Boolean.class).single());
		this.transactions.executeWithoutResult((_) -> this.growing.grow());
	}

	record Fact(String stream, String key, Map<String, ?> data) implements Journaled {

		static Fact of(String stream, int number) {
			return new Fact(stream, "change-" + number, Map.of("number", number, "word", "ændring " + number));
		}

		@Override
		public String type() {
			return "note.added";
		}

		@Override
		public String actor() {
			return "system";
		}

	}

}
