package io.countersign.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads entries. One shows in the whole journal when no older transaction is open. */
@Repository
class EntryRepository {

	static final String COLUMNS = """
			select position, transaction::text::bigint as transaction, stream, sequence, type, event_id, at, actor,
				mode, data::text as data, previous, hash,
				(select words::text from entry_words where entry_words.position = entry.position) as words
			from entry
			""";

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	/** What no transaction that still runs can come before. */
	private static final String BEHIND = """
			where (transaction, position) > (:transaction::text::xid8, :position)
				and transaction < pg_snapshot_xmin(pg_current_snapshot())
			order by transaction, position
			limit :limit
			""";

	private final JdbcClient database;

	EntryRepository(JdbcClient database) {
		this.database = database;
	}

	List<Entry> after(Cursor cursor, int limit) {
		return this.database.sql(COLUMNS + BEHIND)
			.param("transaction", cursor.transaction())
			.param("position", cursor.position())
			.param("limit", limit)
			.query(EntryRepository::entry)
			.list();
	}

	/** What comes into the tree behind the cursor. */
	List<Leaf> leaves(Cursor cursor, int limit) {
		return this.database.sql("select transaction::text::bigint as transaction, position, hash from entry " + BEHIND)
			.param("transaction", cursor.transaction())
			.param("position", cursor.position())
			.param("limit", limit)
			.query(EntryRepository::leaf)
			.list();
	}

	/** Everything up to a cursor, in the tree's order, not all at once. */
	Stream<Leaf> leavesUntil(Cursor cursor) {
		return inOrderUntil(cursor, "select transaction::text::bigint as transaction, position, hash from entry ")
			.query(EntryRepository::leaf)
			.stream();
	}

	/** Everything up to a cursor, in the tree's order, not all at once. */
	Stream<Entry> until(Cursor cursor) {
		return inOrderUntil(cursor, COLUMNS).query(EntryRepository::entry).stream();
	}

	private JdbcClient.StatementSpec inOrderUntil(Cursor cursor, String columns) {
		return this.database.sql(columns + """
				where (transaction, position) <= (:transaction::text::xid8, :position)
				order by transaction, position
				""")
			.param("transaction", cursor.transaction())
			.param("position", cursor.position())
			.withFetchSize(1_000);
	}

	/** Where a reader begins who wants only what comes from now on. */
	Cursor end() {
		return this.database.sql("""
				select transaction::text::bigint as transaction, position from entry
				where transaction < pg_snapshot_xmin(pg_current_snapshot())
				order by transaction desc, position desc limit 1
				""").query(EntryRepository::cursor).optional().orElse(Cursor.START);
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

	List<Entry> ofStreams(Collection<String> streams, int limit) {
		return this.database.sql(COLUMNS + "where stream = any(:streams) order by position desc limit :limit")
			.param("streams", streams.toArray(String[]::new))
			.param("limit", limit)
			.query(EntryRepository::entry)
			.list();
	}

	/** The place of an entry in the tree, from 0. */
	long indexOf(Cursor cursor) {
		return this.database.sql("""
				select count(*) from entry where (transaction, position) < (:transaction::text::xid8, :position)
				""")
			.param("transaction", cursor.transaction())
			.param("position", cursor.position())
			.query(Long.class)
			.single();
	}

	boolean hasStream(String stream) {
		return this.database.sql("select exists (select 1 from stream_head where stream = :stream)")
			.param("stream", stream)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Forgets the words of these streams. Answers up to which position each had some.
	 */
	Map<String, Long> forget(Collection<String> streams) {
		var upTo = new TreeMap<String, Long>();
		this.database.sql("""
				delete from entry_words using entry
				where entry.position = entry_words.position and entry.stream = any(:streams)
				returning entry.stream, entry.position
				""").param("streams", streams.toArray(String[]::new)).query((row) -> {
			upTo.merge(row.getString("stream"), row.getLong("position"), Math::max);
		});
		return upTo;
	}

	private static Leaf leaf(ResultSet row, int number) throws SQLException {
		return new Leaf(cursor(row, number), row.getString("hash"));
	}

	static Cursor cursor(ResultSet row, int number) throws SQLException {
		return new Cursor(row.getLong("transaction"), row.getLong("position"));
	}

	static Entry entry(ResultSet row, int number) throws SQLException {
		var words = Optional.ofNullable(row.getString("words"));
		var said = new Said(JSON.readValue(row.getString("data"), DATA),
				words.map((some) -> JSON.readValue(some, DATA)).orElse(Map.of()));
		return new Entry(row.getLong("position"), row.getString("stream"), row.getLong("sequence"),
				row.getString("type"), row.getString("event_id"), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("actor"), Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)), said.data(), said,
				row.getString("previous"), row.getString("hash"), cursor(row, number));
	}

}
