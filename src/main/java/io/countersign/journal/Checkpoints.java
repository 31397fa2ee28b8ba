package io.countersign.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes off what has been written, every minute, by one replica at a time. */
@Component
class Checkpoints {

	private static final long LOCK = 0x6a6f75726eL;

	private final JdbcClient database;

	Checkpoints(JdbcClient database) {
		this.database = database;
	}

	@Scheduled(fixedDelayString = "${countersign.journal.checkpoint-every:1m}", initialDelayString = "10s")
	@Transactional
	public void seal() {
		var mine = this.database.sql("select pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class);
		if (!Boolean.TRUE.equals(mine.single())) {
			return;
		}
		var all = Checkpoint.all(this.database);
		var last = all.isEmpty() ? Checkpoint.NONE : all.getLast();
		this.database.sql("""
				select transaction::text::bigint as transaction, position from entry
				where transaction < pg_snapshot_xmin(pg_current_snapshot())
					and (transaction, position) > (:transaction::text::xid8, :position)
				order by transaction desc, position desc limit 1
				""")
			.param("transaction", last.until().transaction())
			.param("position", last.until().position())
			.query((row, _) -> new Cursor(row.getLong("transaction"), row.getLong("position")))
			.optional()
			.ifPresent((until) -> write(last.next(this.database, until)));
	}

	private void write(Checkpoint checkpoint) {
		this.database.sql("""
				insert into checkpoint (number, transaction, position, entries, hash)
				values (:number, :transaction::text::xid8, :position, :entries, :hash)
				""")
			.param("number", checkpoint.number())
			.param("transaction", checkpoint.until().transaction())
			.param("position", checkpoint.until().position())
			.param("entries", checkpoint.entries())
			.param("hash", checkpoint.hash())
			.update();
	}

}
