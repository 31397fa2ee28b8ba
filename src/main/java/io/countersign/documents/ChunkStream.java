package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A stored file as a stream that holds one chunk at a time. */
class ChunkStream extends InputStream {

	private final JdbcClient database;

	private final DocumentId id;

	private int next;

	private ByteArrayInputStream chunk;

	ChunkStream(JdbcClient database, DocumentId id, long offset) {
		this.database = database;
		this.id = id;
		this.next = Math.toIntExact(offset / Spool.CHUNK);
		this.chunk = load();
		this.chunk.skip(offset % Spool.CHUNK);
	}

	@Override
	public int read() {
		return more() ? this.chunk.read() : -1;
	}

	@Override
	public int read(byte[] into, int from, int length) {
		if (length == 0) {
			return 0;
		}
		return more() ? this.chunk.read(into, from, length) : -1;
	}

	private boolean more() {
		if (this.chunk.available() == 0) {
			this.chunk = load();
		}
		return this.chunk.available() > 0;
	}

	private ByteArrayInputStream load() {
		var bytes = this.database.sql("select bytes from blob_chunk where sha256 = :id and number = :number")
			.param("id", this.id.sha256())
			.param("number", this.next)
			.query((row, _) -> row.getBytes("bytes"))
			.optional()
			.orElseGet(() -> new byte[0]);
		this.next++;
		return new ByteArrayInputStream(bytes);
	}

}
