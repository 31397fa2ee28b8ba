package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.countersign.documents.vault.ContentCipher;
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

	/**
	 * In the order of the ids, so that two writers of the same files cannot deadlock.
	 * @param found whether nothing but other files holds these
	 * @return those that were there already
	 */
	List<DocumentId> add(Collection<NewContent> contents, boolean found) {
		var rows = new ArrayList<NewContent>();
		var known = new ArrayList<DocumentId>();
		var bytes = 0L;
		for (var content : contents.stream().sorted(Comparator.comparing(NewContent::id)).toList()) {
			rows.add(content);
			bytes += Math.min(content.spool().size(), CHUNK);
			if (bytes > BATCH) {
				known.addAll(addRows(rows, found));
				rows.clear();
				bytes = 0;
			}
		}
		known.addAll(addRows(rows, found));
		return known;
	}

	/** A row and what opens it are one statement, and there is none without the other. */
	private List<DocumentId> addRows(List<NewContent> contents, boolean found) {
		if (contents.isEmpty()) {
			return List.of();
		}
		var added = this.database.batchUpdate("""
				with added as (
					insert into blob (sha256, size, bytes, object, found, sealed) values (?, ?, ?, ?, ?, true)
					on conflict do nothing returning sha256
				)
				insert into content_wrap (sha256, key, wrapped) select sha256, ?, ? from added
				""", contents.stream().map((content) -> row(content, found)).toList());
		var known = new ArrayList<DocumentId>();
		for (var index = 0; index < added.length; index++) {
			if (added[index] == 0) {
				known.add(contents.get(index).id());
			}
			else {
				addChunks(contents.get(index));
			}
		}
		if (!found) {
			setFound(known, false);
		}
		return known;
	}

	/** Whether nothing but other files holds these. */
	void setFound(Collection<DocumentId> ids, boolean found) {
		if (!ids.isEmpty()) {
			this.database.update("update blob set found = ? where sha256 = any(?) and found <> ?", found,
					ids.stream().sorted().map(DocumentId::bytes).toArray(byte[][]::new), found);
		}
	}

	private static @Nullable Object[] row(NewContent content, boolean found) {
		return new @Nullable Object[] { content.id().bytes(), content.spool().size(), bytes(content), object(content),
				found, content.by(), content.wrapped() };
	}

	/** Where they fit into the row. */
	private static byte @Nullable [] bytes(NewContent content) {
		if (content.spool().prepared() != null || !content.spool().isOneChunk()) {
			return null;
		}
		try (var stream = content.spool().open()) {
			var plain = stream.readAllBytes();
			return content.cipher().seal(0, plain, plain.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte @Nullable [] object(NewContent content) {
		var prepared = content.spool().prepared();
		return (prepared != null) ? prepared.name() : null;
	}

	private void addChunks(NewContent content) {
		var spool = content.spool();
		if (spool.prepared() != null || spool.isOneChunk()) {
			return;
		}
		try (var stream = spool.open()) {
			var cipher = content.cipher();
			var number = 0;
			for (var left = spool.size(); left > 0; left -= CHUNK) {
				var chunk = stream.readNBytes((int) Math.min(CHUNK, left));
				if (chunk.length < Math.min(CHUNK, left)) {
					throw new IOException("What is to be stored ends %d bytes early.".formatted(left - chunk.length));
				}
				this.database.update("insert into blob_chunk (sha256, number, bytes) values (?, ?, ?)",
						spool.id().bytes(), number,
						cipher.seal((long) number * (CHUNK / ContentCipher.CHUNK), chunk, chunk.length));
				number++;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Puts the encrypted bytes in the place of those that lie there in clear, or that
	 * nothing opens any more. Answers false when there are no such.
	 */
	boolean replace(NewContent content) {
		var id = content.id().bytes();
		this.database.query("select 1 from blob where sha256 = ? for no key update", (_) -> {
		}, id);
		var object = object(content);
		var replaced = this.database.update("""
				update blob set bytes = ?, object = ?, sealed = true
				where sha256 = ? and (object is null or ?)
					and (not sealed or not exists (select from content_wrap w where w.sha256 = blob.sha256))
				""", bytes(content), object, id, object != null) == 1;
		if (replaced) {
			this.database.update("delete from blob_chunk where sha256 = ?", id);
			addChunks(content);
			this.database.update("insert into content_wrap (sha256, key, wrapped) values (?, ?, ?)", id, content.by(),
					content.wrapped());
		}
		return replaced;
	}

	/** Some of those that lie here in clear. */
	List<DocumentId> inClear(Optional<DocumentId> after, int limit) {
		return this.database.query("select sha256 from blob where not sealed and sha256 > ? order by sha256 limit ?",
				(row, _) -> DocumentId.of(row.getBytes("sha256")),
				after.map(DocumentId::bytes).orElseGet(() -> new byte[0]), limit);
	}

	long countInClear() {
		return Objects
			.requireNonNull(this.database.queryForObject("select count(*) from blob where not sealed", Long.class));
	}

	Optional<Long> size(DocumentId id) {
		return this.database
			.query("select size from blob where sha256 = ?", (row, _) -> row.getLong("size"), id.bytes())
			.stream()
			.findFirst();
	}

	/** Whether it is there, and there is a key that opens it. */
	boolean isReadable(DocumentId id) {
		return Boolean.TRUE.equals(this.database.queryForObject("""
				select exists (
					select from blob b where sha256 = ?
						and (not sealed or exists (select from content_wrap w where w.sha256 = b.sha256))
				)
				""", Boolean.class, id.bytes()));
	}

	Optional<Blob> find(DocumentId id) {
		return this.database.query("""
				select b.size, b.bytes, b.object, b.sealed, w.key, w.wrapped, w.master, w.wrapped_key
				from blob b left join lateral (
					select w.key, w.wrapped, k.master, k.wrapped as wrapped_key
					from content_wrap w join content_key k on k.id = w.key where w.sha256 = b.sha256 limit 1
				) w on true
				where b.sha256 = ?
				""", (row, _) -> blob(row), id.bytes()).stream().findFirst();
	}

	private static Blob blob(ResultSet row) throws SQLException {
		var wrap = (row.getString("key") != null) ? ContentWrapRepository.wrap(row) : null;
		return new Blob(row.getLong("size"), row.getBytes("bytes"), row.getBytes("object"), row.getBoolean("sealed"),
				wrap);
	}

	/** Whether bytes of any file lie outside the database. */
	boolean hasObjects() {
		return Boolean.TRUE.equals(this.database
			.queryForObject("select exists (select from blob where object is not null)", Boolean.class));
	}

	Chunk chunk(DocumentId id, int number) {
		return this.database.query(
				"select c.bytes, b.sealed from blob_chunk c join blob b using (sha256) where sha256 = ? and number = ?",
				(row, _) -> new Chunk(row.getBytes("bytes"), row.getBoolean("sealed")), id.bytes(), number)
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
	 * @param object the name of the object they lie in, if they do
	 * @param sealed whether they are encrypted
	 * @param wrap what opens them, if anything does
	 */
	record Blob(long size, byte @Nullable [] bytes, byte @Nullable [] object, boolean sealed, @Nullable Wrap wrap) {

		boolean isClosed() {
			return this.sealed && this.wrap == null;
		}

	}

	/**
	 * A part of a file that is too large for one row.
	 */
	record Chunk(byte[] bytes, boolean sealed) {
	}

}
