package io.countersign.journal;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hash over all entries up to a cursor, chained to the checkpoint before.
 *
 * @param entries how many entries lie between the previous checkpoint and this one
 */
record Checkpoint(long number, Cursor until, long entries, String hash) {

	static final Checkpoint NONE = new Checkpoint(0, Cursor.START, 0, Seal.GENESIS);

	static List<Checkpoint> all(JdbcClient database) {
		return database.sql("""
				select number, transaction::text::bigint as transaction, position, entries, hash
				from checkpoint order by number
				""")
			.query((row, _) -> new Checkpoint(row.getLong("number"),
					new Cursor(row.getLong("transaction"), row.getLong("position")), row.getLong("entries"),
					row.getString("hash")))
			.list();
	}

	Checkpoint next(JdbcClient database, Cursor until) {
		var hashes = database.sql("""
				select position || ' ' || hash from entry
				where (transaction, position) > (:fromTransaction::text::xid8, :fromPosition)
					and (transaction, position) <= (:transaction::text::xid8, :position)
				order by transaction, position
				""")
			.param("fromTransaction", this.until.transaction())
			.param("fromPosition", this.until.position())
			.param("transaction", until.transaction())
			.param("position", until.position())
			.query(String.class)
			.list();
		return new Checkpoint(this.number + 1, until, hashes.size(),
				Seal.sha256(this.hash + "\n" + String.join("\n", hashes)));
	}

}
