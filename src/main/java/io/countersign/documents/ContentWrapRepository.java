package io.countersign.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which key opens which content, and who holds it. */
@Repository
class ContentWrapRepository {

	private static final String WRAPS = """
			select w.sha256, w.key, w.wrapped, k.master, k.wrapped as wrapped_key
			from content_wrap w join content_key k on k.id = w.key
			""";

	/** What these contents lie in, at any depth, and they themselves. */
	private static final String AROUND = """
			with recursive around as (
				select f as content, f as holder from unnest(:contents) f
				union
				select a.content, decode(p.parent, 'hex') from around a
					join document_part p on p.child = encode(a.holder, 'hex')
			)
			""";

	/**
	 * What a message holds, also within others. Nobody can tell PostgreSQL that this is
	 * little, so what is joined to it is looked up for each of it, and never read whole.
	 */
	private static final String HELD = """
			with recursive held as (
				select sha256 from content_holder where message = :message
				union
				select p.child from held cross join lateral (
					select decode(child, 'hex') as child from document_part
					where parent = encode(held.sha256, 'hex') offset 0
				) p
			)
			""";

	private final JdbcClient database;

	private final JdbcTemplate batches;

	ContentWrapRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
		this.batches = database;
	}

	/** All keys of arrival that open a content this key opens. */
	List<String> arrivalsBeside(String key) {
		return this.database.sql("""
				select distinct k.id from content_wrap mine join content_wrap w on w.sha256 = mine.sha256
					join content_key k on k.id = w.key
				where mine.key = :key and k.case_id is null order by k.id
				""").param("key", key).query((row, _) -> row.getString("id")).list();
	}

	/** In the order of the contents, so that two writers of the same cannot deadlock. */
	void addWraps(String key, Map<DocumentId, byte[]> wraps) {
		if (!wraps.isEmpty()) {
			this.batches.batchUpdate(
					"insert into content_wrap (sha256, key, wrapped) values (?, ?, ?) on conflict do nothing",
					wraps.entrySet()
						.stream()
						.sorted(Map.Entry.comparingByKey())
						.map((wrap) -> new Object[] { wrap.getKey().bytes(), key, wrap.getValue() })
						.toList());
		}
	}

	/** For each of the contents one that opens it. */
	Map<DocumentId, Wrap> wraps(Collection<DocumentId> contents) {
		return wraps(this.database.sql(WRAPS + "where w.sha256 = any(:contents)").param("contents", bytes(contents)));
	}

	/** Some of what this key opens, for one writer alone. */
	Map<DocumentId, Wrap> opened(String key, int limit) {
		return wraps(this.database.sql(WRAPS + "where w.key = :key order by w.sha256 limit :limit for update of w")
			.param("key", key)
			.param("limit", limit));
	}

	/**
	 * Of all that the message holds, also within others, what the case's key does not
	 * open yet.
	 */
	Map<DocumentId, Wrap> notOpened(String caseId, String message) {
		return wraps(this.database.sql(HELD + """
				select held.sha256, w.key, w.wrapped, w.master, w.wrapped_key from held cross join lateral (
					%s where w.sha256 = held.sha256 and not exists (
						select from content_wrap
						where sha256 = held.sha256 and key = (select id from content_key where case_id = :case)
					) limit 1
				) w
				""".formatted(WRAPS)).param("message", message).param("case", caseId));
	}

	/** Those of the contents that a message of no case holds. */
	Set<DocumentId> unfiled(Collection<DocumentId> contents) {
		return ids(this.database.sql(AROUND + """
				select distinct content from around join content_holder h on h.sha256 = holder where h.case_id is null
				""").param("contents", bytes(contents)));
	}

	/** Those of the contents that nothing but this key opens. */
	Set<DocumentId> openedByNothingElse(String key, Collection<DocumentId> contents) {
		return ids(this.database.sql("""
				select c as content from unnest(:contents) c
				where not exists (select from content_wrap where sha256 = c and key <> :key)
				""").param("contents", bytes(contents)).param("key", key));
	}

	/** The cases that hold each of the contents. */
	Map<DocumentId, Set<String>> cases(Collection<DocumentId> contents) {
		var cases = new HashMap<DocumentId, Set<String>>();
		this.database.sql(AROUND + """
				select distinct content, h.case_id from around join content_holder h on h.sha256 = holder
				where h.case_id is not null
				""").param("contents", bytes(contents)).query((row) -> {
			cases.computeIfAbsent(DocumentId.of(row.getBytes("content")), (_) -> new HashSet<>())
				.add(row.getString("case_id"));
		});
		return cases;
	}

	/** What of the message the case's key opens, also within others. */
	Set<DocumentId> openedOf(String message, String caseId) {
		return ids(this.database.sql(HELD + """
				select sha256 as content from held where exists (
					select from content_wrap w
					where w.sha256 = held.sha256 and w.key = (select id from content_key where case_id = :case)
				)
				""").param("message", message).param("case", caseId));
	}

	void removeWraps(String key, Collection<DocumentId> contents) {
		this.database.sql("delete from content_wrap where key = :key and sha256 = any(:contents)")
			.param("key", key)
			.param("contents", bytes(contents))
			.update();
	}

	private static Map<DocumentId, Wrap> wraps(JdbcClient.StatementSpec statement) {
		var wraps = new HashMap<DocumentId, Wrap>();
		statement.query((row) -> {
			wraps.put(DocumentId.of(row.getBytes("sha256")), wrap(row));
		});
		return wraps;
	}

	private static Set<DocumentId> ids(JdbcClient.StatementSpec statement) {
		return Set.copyOf(statement.query((row, _) -> DocumentId.of(row.getBytes("content"))).list());
	}

	static Wrap wrap(ResultSet row) throws SQLException {
		return new Wrap(row.getString("key"), row.getBytes("wrapped"), row.getString("master"),
				row.getBytes("wrapped_key"));
	}

	private static byte[][] bytes(Collection<DocumentId> contents) {
		return contents.stream().sorted().map(DocumentId::bytes).toArray(byte[][]::new);
	}

}
