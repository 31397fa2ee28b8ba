package io.countersign.connector;

import java.util.Optional;

import io.countersign.connector.spi.Unfetched;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FetchRepository implements Unfetched {

	private final JdbcClient database;

	private final DueRows due;

	FetchRepository(JdbcClient database, DueRows due) {
		this.database = database;
		this.due = due;
	}

	/** An item of a watched folder. */
	record Item(String watch, String itemId) {
	}

	@Override
	public void later(String watch, String itemId) {
		this.database
			.sql("""
					insert into unfetched (id, watch, item_id, due_at) values (:id, :watch, :item, now() + interval '1 second')
					on conflict (id) do nothing
					""")
			.param("id", watch + "/" + itemId)
			.param("watch", watch)
			.param("item", itemId)
			.update();
		this.due.wake("unfetched");
	}

	Optional<Item> find(Claim claim) {
		return this.database.sql("select watch, item_id from unfetched where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new Item(row.getString("watch"), row.getString("item_id")))
			.optional();
	}

	void remove(Claim claim) {
		this.database.sql("delete from unfetched where id = :id and attempts = :attempts")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update();
	}

}
