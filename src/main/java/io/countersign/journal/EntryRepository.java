package io.countersign.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntryRepository {

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	private static final String COLUMNS = """
			select position, transaction::text::bigint as transaction, stream, sequence, type, event_id, at, actor,
				mode, data::text as data, previous, hash
			from entry
			""";

	private final JdbcClient database;

	private final String tenant;

	EntryRepository(JdbcClient database, @Value("${countersign.tenant:sandbox}") String tenant) {
		this.database = database;
		this.tenant = tenant;
	}

	/**
	 * Two statements: the stream's head is locked and read, then entry and head are
	 * written.
	 */
	void append(Journaled event) {
		var eventId = "ev_" + Seal.sha256(this.tenant + "\n" + event.stream() + "\n" + event.key()).substring(0, 32);
		var head = lock(event.stream(), eventId);
		if (head.repeated()) {
			return;
		}
		var sequence = head.sequence() + 1;
		var hash = Seal.of(event.stream(), sequence, event.type(), eventId, head.now(), event.actor(), event.mode(),
				event.data(), head.hash());
		this.database
			.sql("""
					with head as (
						update stream_head set sequence = :sequence, hash = :hash where stream = :stream
					), woken as (
						select pg_notify('journal', :stream)
					)
					insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
					select :stream, :sequence, :type, :eventId, :at::timestamptz, :actor, :mode, :data::jsonb, :previous, :hash
					from woken
					""")
			.param("stream", event.stream())
			.param("sequence", sequence)
			.param("type", event.type())
			.param("eventId", eventId)
			.param("at", head.now().toString())
			.param("actor", event.actor())
			.param("mode", event.mode().word())
			.param("data", JSON.writeValueAsString(event.data()))
			.param("previous", head.hash())
			.param("hash", hash)
			.update();
	}

	List<Entry> after(Cursor cursor, int limit) {
		return this.database.sql(COLUMNS + """
				where (transaction, position) > (:transaction::text::xid8, :position)
					and transaction < pg_snapshot_xmin(pg_current_snapshot())
				order by transaction, position
				limit :limit
				""")
			.param("transaction", cursor.transaction())
			.param("position", cursor.position())
			.param("limit", limit)
			.query(EntryRepository::entry)
			.list();
	}

	List<Entry> ofStream(String stream, long afterSequence, int limit) {
		return this.database
			.sql(COLUMNS + "where stream = :stream and sequence > :after order by sequence limit :limit")
			.param("stream", stream)
			.param("after", afterSequence)
			.param("limit", limit)
			.query(EntryRepository::entry)
			.list();
	}

	static Entry entry(ResultSet row, int number) throws SQLException {
		return new Entry(row.getLong("position"), row.getString("stream"), row.getLong("sequence"),
				row.getString("type"), row.getString("event_id"), instant(row, "at"), row.getString("actor"),
				Mode.valueOf(row.getString("mode").toUpperCase(java.util.Locale.ROOT)),
				JSON.readValue(row.getString("data"), DATA), row.getString("previous"), row.getString("hash"),
				new Cursor(row.getLong("transaction"), row.getLong("position")));
	}

	private Head lock(String stream, String eventId) {
		return this.database.sql("""
				insert into stream_head as head (stream, sequence, hash) values (:stream, 0, :genesis)
				on conflict (stream) do update set sequence = head.sequence
				returning sequence, hash, now() as now,
					exists (select 1 from entry where event_id = :eventId) as repeated
				""")
			.param("stream", stream)
			.param("genesis", Seal.GENESIS)
			.param("eventId", eventId)
			.query((row, _) -> new Head(row.getLong("sequence"), row.getString("hash"), instant(row, "now"),
					row.getBoolean("repeated")))
			.single();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private record Head(long sequence, String hash, Instant now, boolean repeated) {
	}

}
