package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.Key;
import io.countersign.documents.vault.MasterKeys;
import io.countersign.documents.vault.Tampered;
import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that messages of cases hold, with the tables and the keys they rest on. */
abstract class FiledContents {

	final DataSource source;

	final JdbcTemplate database;

	final TransactionTemplate transaction;

	Instant now = Instant.now();

	final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	final ContentKeyRepository rows;

	final ContentKeys keys;

	final ContentStore contents;

	final KeyTurning turning;

	final String oneCase = "cs_" + UUID.randomUUID();

	final String otherCase = "cs_" + UUID.randomUUID();

	FiledContents(TestDatabase database) {
		this.source = database.dataSource();
		this.database = new JdbcTemplate(this.source);
		this.transaction = TestDatabase.transactions(this.source);
		this.rows = new ContentKeyRepository(this.database);
		this.keys = Vaults.keys(this.source, this.clock, MasterKey.HEX);
		this.contents = new DatabaseContents(new BlobRepository(this.database), this.keys);
		this.turning = new KeyTurning(this.rows, this.keys, masters(MasterKey.HEX), this.transaction);
	}

	DocumentId put(String words) {
		try (var spool = Spool.of(words.getBytes(StandardCharsets.UTF_8))) {
			this.transaction.executeWithoutResult((_) -> this.contents.add(List.of(spool), false));
			return spool.id();
		}
	}

	String read(DocumentId id) {
		try (var stream = this.contents.open(id, 0).orElseThrow()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String message(DocumentId... files) {
		var id = "m_" + UUID.randomUUID();
		this.transaction.executeWithoutResult((_) -> {
			this.database.update("""
					insert into message (id, reason, digest, received_at, mode) values (?, 'A test.', '', now(), 'LIVE')
					""", id);
			for (var file : files) {
				this.database.update("insert into message_file (message, document) values (?, ?)", id, file.bytes());
			}
		});
		return id;
	}

	void hold(String caseId, String message) {
		this.transaction.executeWithoutResult((_) -> {
			this.database.update("update message set case_id = ? where id = ?", caseId, message);
			this.keys.hold(caseId, message);
		});
	}

	/** As a purge does: its messages hold nothing any more. */
	Set<DocumentId> destroy(String caseId) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			var closed = this.keys.destroy(caseId);
			this.database.update("delete from message_file where message in (select id from message where case_id = ?)",
					caseId);
			return closed;
		}));
	}

	void document(DocumentId file) {
		this.database.update("""
				insert into document (id, sha256, name, declared_type, root, depth) values (?, ?, 'a', 'b', ?, 0)
				""", file.sha256(), file.bytes(), file.sha256());
	}

	void part(DocumentId parent, DocumentId child) {
		this.database.update("""
				insert into document_part (parent, position, child, name, written_name, path, declared_type, role)
				values (?, 1, ?, 'a', 'a', '', 'b', 'ATTACHMENT')
				""", parent.sha256(), child.sha256());
	}

	int wraps(DocumentId file) {
		return number("select count(*) from content_wrap where sha256 = ?", file.bytes());
	}

	int arrivals() {
		return number("select count(*) from content_key where case_id is null");
	}

	int number(String sql, @Nullable Object... values) {
		return Objects.requireNonNull(this.database.queryForObject(sql, Integer.class, values));
	}

	static MasterKeys masters(String hex) {
		return MasterKeys.of(hex, List.of());
	}

	/** All that stands in the database about a file, except the keys of cases. */
	record Backup(DocumentId id, byte[] bytes, List<Wrapped> wraps) {

		record Wrapped(String key, byte[] bytes) {
		}

	}

	Backup backup(DocumentId file) {
		var bytes = this.database.queryForObject("select bytes from blob where sha256 = ?", byte[].class, file.bytes());
		return new Backup(file, Objects.requireNonNull(bytes),
				this.database.query("select key, wrapped from content_wrap where sha256 = ?",
						(row, _) -> new Backup.Wrapped(row.getString(1), row.getBytes(2)), file.bytes()));
	}

	/**
	 * Whether any key that the database still has opens it, with the master key at hand.
	 */
	boolean opens(Backup backup) {
		var master = masters(MasterKey.HEX);
		var left = this.database.query("select id, master, wrapped from content_key",
				(row, _) -> new ContentKeyRepository.Row(row.getString(1), row.getString(2), row.getBytes(3)));
		return left.stream()
			.anyMatch((row) -> opens(backup, row.id(), master.unwrap(row.master(), row.wrapped(), row.id())));
	}

	private static boolean opens(Backup backup, String id, Key key) {
		return backup.wraps().stream().anyMatch((wrap) -> {
			for (var name : List.of(id, wrap.key())) {
				try {
					var data = key.unwrap(wrap.bytes(), "content/%s/%s".formatted(backup.id(), name));
					var size = backup.bytes().length - ContentCipher.TAG;
					new ContentCipher(data, backup.id().bytes(), size).open(0, backup.bytes());
					return true;
				}
				catch (Tampered ex) {
					// It may be another one.
				}
			}
			return false;
		});
	}

}
