package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class BlobRepository {

	static final int CHUNK = Spool.CHUNK;

	private static final long BATCH = 8L * CHUNK;

	private final JdbcTemplate database;

	BlobRepository(JdbcTemplate database) {
		this.database = database;
	}

	/** In the order of the ids, so that two writers of the same files cannot deadlock. */
	void add(Collection<Spool> spools, boolean found) {
		var rows = new ArrayList<Spool>();
		var bytes = 0L;
		for (var spool : spools.stream().sorted(Comparator.comparing(Spool::id)).toList()) {
			rows.add(spool);
			bytes += Math.min(spool.size(), CHUNK);
			if (bytes > BATCH) {
				addRows(rows, found);
				rows.clear();
				bytes = 0;
			}
		}
		addRows(rows, found);
	}

	private void addRows(List<Spool> spools, boolean found) {
		if (spools.isEmpty()) {
			return;
		}
		var added = this.database.batchUpdate("""
				insert into blob (sha256, size, bytes, found) values (?, ?, ?, ?) on conflict do nothing
				""", spools.stream().map((spool) -> row(spool, found)).toList());
		var known = new ArrayList<DocumentId>();
		for (var index = 0; index < added.length; index++) {
			if (added[index] == 0) {
				known.add(spools.get(index).id());
			}
			else if (!spools.get(index).isOneChunk()) {
				addChunks(spools.get(index));
			}
		}
		if (!found) {
			setFound(known, false);
		}
	}

	/** Whether nothing but other files holds these. */
	void setFound(Collection<DocumentId> ids, boolean found) {
		if (!ids.isEmpty()) {
			this.database.update("update blob set found = ? where sha256 = any(?) and found <> ?", found,
					ids.stream().sorted().map(DocumentId::bytes).toArray(byte[][]::new), found);
		}
	}

	/**
	 * Files that a mail brought, or that were found within others, and whose bytes lie as
	 * objects. The database refuses those whose object is not on record.
	 */
	void addObjects(Collection<Spool> spools, boolean found) {
		var rows = spools.stream().sorted(Comparator.comparing(Spool::id)).toList();
		var added = this.database.batchUpdate("""
				insert into blob (sha256, size, found, object) values (?, ?, ?, ?) on conflict do nothing
				""",
				rows.stream()
					.map((spool) -> new Object[] { spool.id().bytes(), spool.size(), found, spool.id().bytes() })
					.toList());
		if (!found) {
			setFound(IntStream.range(0, added.length)
				.filter((index) -> added[index] == 0)
				.mapToObj((index) -> rows.get(index).id())
				.toList(), false);
		}
	}

	private static @Nullable Object[] row(Spool spool, boolean found) {
		try (var stream = spool.open()) {
			return new @Nullable Object[] { spool.id().bytes(), spool.size(),
					spool.isOneChunk() ? stream.readAllBytes() : null, found };
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void addChunks(Spool spool) {
		try (var stream = spool.open()) {
			var number = 0;
			var left = spool.size();
			for (var chunk = stream.readNBytes(CHUNK); chunk.length > 0; chunk = stream.readNBytes(CHUNK)) {
				this.database.update("insert into blob_chunk (sha256, number, bytes) values (?, ?, ?)",
						spool.id().bytes(), number++, chunk);
				left -= chunk.length;
			}
			if (left != 0) {
				throw new IOException("What is to be stored ends %d bytes early.".formatted(left));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Optional<Long> size(DocumentId id) {
		return this.database
			.query("select size from blob where sha256 = ?", (row, _) -> row.getLong("size"), id.bytes())
			.stream()
			.findFirst();
	}

	Optional<Blob> find(DocumentId id) {
		return this.database.query("select size, bytes, object is not null as outside from blob where sha256 = ?",
				(row, _) -> new Blob(row.getLong("size"), row.getBytes("bytes"), row.getBoolean("outside")), id.bytes())
			.stream()
			.findFirst();
	}

	/** Whether bytes of any file lie outside the database. */
	boolean hasObjects() {
		return Boolean.TRUE.equals(this.database
			.queryForObject("select exists (select from blob where object is not null)", Boolean.class));
	}

	byte[] chunk(DocumentId id, int number) {
		return this.database
			.query("select bytes from blob_chunk where sha256 = ? and number = ?", (row, _) -> row.getBytes("bytes"),
					id.bytes(), number)
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Chunk %d of %s is missing".formatted(number, id)));
	}

	void remove(Collection<DocumentId> ids) {
		var rows = new ArrayList<Object[]>();
		ids.stream().sorted().forEach((id) -> rows.add(new Object[] { id.bytes() }));
		this.database.batchUpdate("delete from blob where sha256 = ?", rows);
	}

	/**
	 * A file, with its bytes where they fit into one row.
	 *
	 * @param isOutside whether they lie as an object
	 */
	record Blob(long size, byte @Nullable [] bytes, boolean isOutside) {
	}

}
