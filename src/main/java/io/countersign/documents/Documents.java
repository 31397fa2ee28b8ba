package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files by content: the same bytes are kept once, however often they come. */
@Service
public class Documents {

	private final JdbcClient database;

	Documents(JdbcClient database) {
		this.database = database;
	}

	/** Keeps the bytes within the caller's transaction, or one of its own. */
	@Transactional
	public Document store(Spool spool) {
		if (spool.isOneChunk()) {
			storeWhole(spool);
		}
		else if (begin(spool)) {
			storeChunks(spool);
		}
		return new Document(spool.id(), spool.size());
	}

	public Optional<Document> find(DocumentId id) {
		return this.database.sql("select size from blob where sha256 = :id")
			.param("id", id.sha256())
			.query(Long.class)
			.optional()
			.map((size) -> new Document(id, size));
	}

	/** The stored bytes from an offset on, read a chunk at a time. */
	public InputStream open(DocumentId id, long offset) {
		return new ChunkStream(this.database, id, offset);
	}

	public byte[] bytes(DocumentId id) {
		try (var stream = open(id, 0)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Forgets the bytes. The caller knows that nothing else refers to them. */
	@Transactional
	public void forget(DocumentId id) {
		this.database.sql("delete from blob where sha256 = :id").param("id", id.sha256()).update();
	}

	private void storeWhole(Spool spool) {
		this.database.sql("""
				with kept as (
					insert into blob (sha256, size) values (:id, :size) on conflict do nothing returning sha256
				)
				insert into blob_chunk (sha256, number, bytes) select sha256, 0, :bytes from kept
				""").param("id", spool.id().sha256()).param("size", spool.size()).param("bytes", spool.head()).update();
	}

	private boolean begin(Spool spool) {
		return this.database.sql("insert into blob (sha256, size) values (:id, :size) on conflict do nothing")
			.param("id", spool.id().sha256())
			.param("size", spool.size())
			.update() == 1;
	}

	private void storeChunks(Spool spool) {
		try (var stream = spool.open()) {
			var chunk = stream.readNBytes(Spool.CHUNK);
			for (var number = 0; chunk.length > 0; number++) {
				this.database.sql("insert into blob_chunk (sha256, number, bytes) values (:id, :number, :bytes)")
					.param("id", spool.id().sha256())
					.param("number", number)
					.param("bytes", chunk)
					.update();
				chunk = stream.readNBytes(Spool.CHUNK);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
