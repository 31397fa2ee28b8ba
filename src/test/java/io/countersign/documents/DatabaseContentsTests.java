package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.jdbc.core.JdbcTemplate;

/** All bytes in PostgreSQL. */
@Isolated("It measures the heap, which is everybody's.")
class DatabaseContentsTests extends SealedStoreContract {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private final ContentStore contents = new DatabaseContents(this.blobs, this.keys);

	DatabaseContentsTests() {
		super(DATABASE);
	}

	@Override
	ContentStore contents() {
		return this.contents;
	}

	@Override
	byte[] stored(DocumentId id) {
		var all = new ByteArrayOutputStream();
		this.database.query("""
				select bytes from blob where sha256 = ? and bytes is not null
				union all (select bytes from blob_chunk where sha256 = ? order by number)
				""", (row) -> {
			all.writeBytes(row.getBytes("bytes"));
		}, id.bytes(), id.bytes());
		return all.toByteArray();
	}

	@Override
	void overwrite(DocumentId id, byte[] stored) {
		if (this.database.update("update blob set bytes = ? where sha256 = ? and bytes is not null", stored,
				id.bytes()) == 0) {
			this.database.update("delete from blob_chunk where sha256 = ?", id.bytes());
			insertChunks(id, stored, (int) ContentCipher.sealedSize(MEGABYTE));
		}
	}

	@Override
	void storeInClear(Spool spool) {
		storeInClear(this.database, spool);
	}

	static void storeInClear(JdbcTemplate database, Spool spool) {
		try (var stream = spool.open()) {
			database.update("insert into blob (sha256, size, bytes) values (?, ?, ?)", spool.id().bytes(), spool.size(),
					spool.isOneChunk() ? stream.readAllBytes() : null);
			if (!spool.isOneChunk()) {
				insertChunks(database, spool.id(), stream.readAllBytes(), MEGABYTE);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void insertChunks(DocumentId id, byte[] bytes, int size) {
		insertChunks(this.database, id, bytes, size);
	}

	private static void insertChunks(JdbcTemplate database, DocumentId id, byte[] bytes, int size) {
		for (var from = 0; from < bytes.length; from += size) {
			database.update("insert into blob_chunk (sha256, number, bytes) values (?, ?, ?)", id.bytes(), from / size,
					Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
		}
	}

}
