package io.countersign.journal;

import io.countersign.problem.NotFound;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last receipt of each receiver for each event. */
@Repository
class ReceiptRepository {

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient database;

	ReceiptRepository(JdbcClient database) {
		this.database = database;
	}

	Receipt put(Receipt receipt) {
		var written = this.database
			.sql("""
					insert into receipt (event_id, receiver, status, reason, foreign_ids)
					select event_id, :receiver, :status, :reason, :foreignIds::jsonb from entry where event_id = :event
					on conflict (event_id, receiver) do update
						set status = excluded.status, reason = excluded.reason, foreign_ids = excluded.foreign_ids, at = now()
					""")
			.param("event", receipt.event())
			.param("receiver", receipt.receiver())
			.param("status", receipt.status().word())
			.param("reason", receipt.reason())
			.param("foreignIds", JSON.writeValueAsString(receipt.foreignIds()))
			.update();
		if (written == 0) {
			throw new NotFound("event", receipt.event());
		}
		return receipt;
	}

}
