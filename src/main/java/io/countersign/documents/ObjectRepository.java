package io.countersign.documents;

import java.time.Duration;
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

	/** The object that is about to be written is kept for a while. */
	void want(byte[] name) {
		this.database.update("insert into blob_object (name, pieces) values (?, '')", name);
	}

	/**
	 * Files that are forgotten in this transaction: their objects stay for a while.
	 */
	void release(Collection<DocumentId> ids) {
		this.database.update("""
				update blob_object set wanted_at = now()
				where name in (select object from blob where sha256 = any(?) and object is not null)
				""", (Object) ids.stream().sorted().map(DocumentId::bytes).toArray(byte[][]::new));
	}

	/** Of an object that was written before files were encrypted. */
	Pieces pieces(byte[] name) {
		return this.database
			.query("select pieces from blob_object where name = ?", (row, _) -> new Pieces(row.getBytes("pieces")),
					name)
			.getFirst();
	}

	/**
	 * Takes objects off the record that no file refers to. Until the transaction ends
	 * nobody can refer to them, and then they are gone.
	 * @param kept how long after they were last wanted they are kept
	 */
	List<String> takeUnused(Duration kept, int most) {
		return this.database.query("""
				delete from blob_object where name in (
					select name from blob_object o
					where wanted_at < now() - ? * interval '1 millisecond'
						and not exists (select from blob b where b.object = o.name)
					order by wanted_at limit ? for update skip locked
				)
				returning name
				""", (row, _) -> PreparedObject.text(row.getBytes("name")), kept.toMillis(), most);
	}

}
