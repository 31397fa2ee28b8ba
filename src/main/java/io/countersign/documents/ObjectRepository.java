package io.countersign.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The record of what lies in the bucket, written before an object is and removed after.
 */
@Repository
class ObjectRepository {

	private final JdbcTemplate database;

	ObjectRepository(JdbcTemplate database) {
		this.database = database;
	}

	/** From now on the object is kept for a while, whether a file refers to it or not. */
	void want(DocumentId id, Pieces pieces) {
		this.database.update("""
				insert into blob_object (sha256, pieces) values (?, ?)
				on conflict (sha256) do update set wanted_at = now()
				""", id.bytes(), pieces.hashes());
	}

	/**
	 * Files that are forgotten in this transaction: their objects may be put back for a
	 * while.
	 */
	void release(Collection<DocumentId> ids) {
		var rows = new ArrayList<Object[]>();
		ids.stream().sorted().forEach((id) -> rows.add(new Object[] { id.bytes() }));
		this.database.batchUpdate("update blob_object set wanted_at = now() where sha256 = ?", rows);
	}

	Pieces pieces(DocumentId id) {
		return this.database
			.query("select pieces from blob_object where sha256 = ?", (row, _) -> new Pieces(row.getBytes("pieces")),
					id.bytes())
			.getFirst();
	}

	/**
	 * Takes objects off the record that no file refers to. Until the transaction ends
	 * nobody can refer to them; whoever wants one waits, and finds that it is gone.
	 * @param kept how long after they were last wanted they are kept
	 */
	List<DocumentId> takeUnused(Duration kept, int most) {
		return this.database.query("""
				delete from blob_object where sha256 in (
					select sha256 from blob_object o
					where wanted_at < now() - ? * interval '1 millisecond'
						and not exists (select from blob b where b.object = o.sha256)
					order by wanted_at limit ? for update skip locked
				)
				returning sha256
				""", (row, _) -> DocumentId.of(row.getBytes("sha256")), kept.toMillis(), most);
	}

}
