package io.countersign.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps tree heads, and how far each outside place knows them. */
@Repository
class TreeHeadRepository {

	private static final String COLUMNS = """
			select size, frontier, transaction::text::bigint as transaction, position, at, note from tree_head
			""";

	private static final long LOCK = 0x6a6f75726eL;

	private final JdbcClient database;

	TreeHeadRepository(JdbcClient database) {
		this.database = database;
	}

	/** One replica builds at a time, to the end of its transaction. */
	boolean isMine() {
		return this.database.sql("select pg_try_advisory_xact_lock(:lock)")
			.param("lock", LOCK)
			.query(Boolean.class)
			.single();
	}

	/** Waits for whichever replica builds, and keeps all others waiting as long. */
	void makeMine() {
		this.database.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((_, _) -> true).single();
	}

	TreeHead last() {
		return this.database.sql(COLUMNS + "order by size desc limit 1")
			.query(TreeHeadRepository::head)
			.optional()
			.orElse(TreeHead.NONE);
	}

	Optional<TreeHead> ofSize(long size) {
		return this.database.sql(COLUMNS + "where size = :size")
			.param("size", size)
			.query(TreeHeadRepository::head)
			.optional();
	}

	List<TreeHead> behind(long size, int limit) {
		return this.database.sql(COLUMNS + "where size > :size order by size limit :limit")
			.param("size", size)
			.param("limit", limit)
			.query(TreeHeadRepository::head)
			.list();
	}

	Stream<TreeHead> all() {
		return this.database.sql(COLUMNS + "order by size")
			.withFetchSize(1_000)
			.query(TreeHeadRepository::head)
			.stream();
	}

	/** Those of these sizes that there are. */
	Map<Long, TreeHash> roots(List<Long> sizes) {
		var roots = new HashMap<Long, TreeHash>();
		this.database.sql("select size, root from tree_head where size = any(:sizes)")
			.param("sizes", sizes.toArray(Long[]::new))
			.query((row) -> {
				roots.put(row.getLong("size"), new TreeHash(row.getString("root")));
			});
		return roots;
	}

	void add(TreeHead head) {
		this.database.sql("""
				insert into tree_head (size, root, frontier, transaction, position, at, note)
				values (:size, :root, :frontier, :transaction::text::xid8, :position, :at, :note)
				""")
			.param("size", head.size())
			.param("root", head.tree().root().hex())
			.param("frontier", head.tree().text())
			.param("transaction", head.until().transaction())
			.param("position", head.until().position())
			.param("at", head.at().atOffset(ZoneOffset.UTC))
			.param("note", head.note())
			.update();
	}

	/** The size of the last head an outside place has taken. */
	long knownTo(String outlet) {
		return this.database.sql("select size from tree_head_outlet where name = :name")
			.param("name", outlet)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	void learned(String outlet, long size) {
		this.database.sql("""
				insert into tree_head_outlet (name, size) values (:name, :size)
				on conflict (name) do update set size = excluded.size
				""").param("name", outlet).param("size", size).update();
	}

	private static TreeHead head(ResultSet row, int number) throws SQLException {
		return new TreeHead(Frontier.of(row.getLong("size"), row.getString("frontier")),
				EntryRepository.cursor(row, number), row.getObject("at", OffsetDateTime.class).toInstant(),
				row.getString("note"));
	}

}
