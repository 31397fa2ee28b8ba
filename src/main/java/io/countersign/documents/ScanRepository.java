package io.countersign.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.scan.ScanResult;
import io.countersign.work.Claim;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the virus scanner says of each file, and which files it has not seen yet. */
@Repository
class ScanRepository {

	private final JdbcClient database;

	private final JdbcTemplate batches;

	ScanRepository(JdbcTemplate database) {
		this.database = JdbcClient.create(database);
		this.batches = database;
	}

	/** How far the scan of a file is. */
	enum State {

		WAITING, CLEAN, INFECTED, TOO_LARGE

	}

	/**
	 * @param away whether the scanner could not be asked
	 */
	record Row(State state, Optional<String> found, boolean away) {
	}

	/** In the order of the ids, so that two writers of the same files cannot deadlock. */
	void add(Collection<DocumentId> files) {
		this.batches.batchUpdate("insert into scan (id, sha256) values (?, ?) on conflict do nothing",
				files.stream().distinct().sorted().map((id) -> new Object[] { id.sha256(), id.bytes() }).toList());
	}

	/**
	 * Wants the next files scanned that were stored when nothing was scanned. Answers the
	 * last of them.
	 */
	Optional<DocumentId> addOlder(Optional<DocumentId> after, int limit) {
		return this.database.sql("""
				with older as (
					select b.sha256 from blob b
					where b.sha256 > :after and not exists (select from scan s where s.sha256 = b.sha256)
					order by b.sha256 limit :limit
				), added as (
					insert into scan (id, sha256) select encode(sha256, 'hex'), sha256 from older on conflict do nothing
				)
				select sha256 from older order by sha256 desc limit 1
				""")
			.param("after", after.map(DocumentId::bytes).orElseGet(() -> new byte[0]))
			.param("limit", limit)
			.query((row, _) -> DocumentId.of(row.getBytes("sha256")))
			.optional();
	}

	/** Has those scanned that were too large for an earlier limit. */
	void retryUpTo(long size) {
		this.database.sql("""
				update scan s set state = 'WAITING', due_at = now() from blob b
				where s.state = 'TOO_LARGE' and b.sha256 = s.sha256 and b.size <= :size
				""").param("size", size).update();
	}

	boolean hasDue() {
		return this.database.sql("select exists (select from scan where due_at is not null)")
			.query(Boolean.class)
			.single();
	}

	Optional<Document> unscanned(Claim claim) {
		return this.database.sql("""
				select s.id, b.size from scan s join blob b using (sha256)
				where s.id = :id and s.attempts = :attempts and s.state = 'WAITING'
				""")
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.query((row, _) -> new Document(new DocumentId(row.getString("id")), row.getLong("size")))
			.optional();
	}

	/** Answers false when somebody else holds the file by now, or it is forgotten. */
	boolean write(Claim claim, ScanResult result) {
		var state = switch (result) {
			case ScanResult.Clean _ -> State.CLEAN;
			case ScanResult.Infected _ -> State.INFECTED;
			case ScanResult.TooLarge _ -> State.TOO_LARGE;
		};
		return this.database.sql("""
				update scan set state = :state, found = :found, scanned_at = now(), due_at = null, returns = attempts,
					failures = 0, problem = null
				where id = :id and attempts = :attempts
				""")
			.param("state", state.name())
			.param("found", (result instanceof ScanResult.Infected infected) ? infected.found() : null)
			.param("id", claim.id())
			.param("attempts", claim.attempts())
			.update() == 1;
	}

	Map<DocumentId, Row> rows(Collection<DocumentId> files) {
		var rows = new HashMap<DocumentId, Row>();
		this.database.sql("select id, state, found, problem is not null as away from scan where id = any(:files)")
			.param("files", ids(files))
			.query((row) -> {
				rows.put(new DocumentId(row.getString("id")), new Row(State.valueOf(row.getString("state")),
						Optional.ofNullable(row.getString("found")), row.getBoolean("away")));
			});
		return rows;
	}

	/**
	 * Those of the files that are infected. A scan that is just being written down is
	 * waited for.
	 */
	Map<DocumentId, String> infected(Collection<DocumentId> files) {
		var infected = new HashMap<DocumentId, String>();
		this.database.sql("select id, state, found from scan where id = any(:files) order by id for share")
			.param("files", ids(files))
			.query((row) -> {
				if (row.getString("state").equals(State.INFECTED.name())) {
					infected.put(new DocumentId(row.getString("id")), row.getString("found"));
				}
			});
		return infected;
	}

	/** Of these files, those that hold an infected one, with what that is called. */
	Map<DocumentId, String> infectedWithin(Collection<DocumentId> files, int depth) {
		var infected = new HashMap<DocumentId, String>();
		this.database.sql("""
				with recursive inside as (
					select p.parent as root, p.child, 1 as depth from document_part p where p.parent = any(:files)
					union
					select i.root, p.child, i.depth + 1 from inside i join document_part p on p.parent = i.child
					where i.depth < :depth
				)
				select i.root, min(s.found) as found from inside i join scan s on s.id = i.child
				where s.state = 'INFECTED' group by i.root
				""").param("files", ids(files)).param("depth", depth).query((row) -> {
			infected.put(new DocumentId(row.getString("root")), row.getString("found"));
		});
		return infected;
	}

	/** All files this one lies in. */
	List<DocumentId> around(DocumentId file) {
		return this.database.sql("""
				with recursive around as (
					select parent from document_part where child = :file
					union
					select p.parent from around a join document_part p on p.child = a.parent
				)
				select parent from around
				""").param("file", file.sha256()).query((row, _) -> new DocumentId(row.getString("parent"))).list();
	}

	/** Reading the file has waited for its scan, or was given up for it. */
	void readNow(DocumentId file) {
		this.database.sql("""
				update document set state = 'WAITING', reason = null, due_at = now()
				where id = :file and attempts = returns and (
					(state = 'WAITING' and due_at > now()) or (state = 'UNREADABLE' and reason like 'It is blocked%')
				)
				""").param("file", file.sha256()).update();
	}

	private static String[] ids(Collection<DocumentId> files) {
		return files.stream().map(DocumentId::sha256).toArray(String[]::new);
	}

}
