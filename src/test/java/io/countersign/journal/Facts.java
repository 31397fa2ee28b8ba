package io.countersign.journal;

import java.util.Map;

import io.countersign.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A journal on a database of its own, and facts for it. */
final class Facts {

	final JdbcClient database;

	final TransactionTemplate transactions;

	final Journal journal;

	final Checkpoints checkpoints;

	Facts() {
		var source = TestDatabase.fresh().dataSource();
		this.database = JdbcClient.create(source);
		this.transactions = TestDatabase.transactions(source);
		this.journal = new Journal(new EntryRepository(this.database, "test"), new Verifier(this.database));
		this.checkpoints = new Checkpoints(this.database);
	}

	void commit(Journaled... facts) {
		this.transactions.executeWithoutResult((_) -> {
			for (var fact : facts) {
				this.journal.append(fact);
			}
		});
	}

	void seal() {
		this.transactions.executeWithoutResult((_) -> this.checkpoints.seal());
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
