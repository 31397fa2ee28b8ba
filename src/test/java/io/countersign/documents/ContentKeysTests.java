package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.Key;
import io.countersign.documents.vault.MasterKeys;
import io.countersign.documents.vault.Tampered;
import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whose key opens which file, and what is left when one is destroyed. */
class ContentKeysTests {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private final JdbcTemplate database = new JdbcTemplate(DATABASE.dataSource());

	private final TransactionTemplate transaction = TestDatabase.transactions(DATABASE.dataSource());

	private Instant now = Instant.now();

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final ContentKeyRepository rows = new ContentKeyRepository(this.database);

	private final ContentKeys keys = Vaults.keys(DATABASE.dataSource(), this.clock, MasterKey.HEX);

	private final ContentStore contents = new DatabaseContents(new BlobRepository(this.database), this.keys);

	private final KeyTurning turning = new KeyTurning(this.rows, this.keys, masters(MasterKey.HEX), this.transaction);

	private final String oneCase = "cs_" + UUID.randomUUID();

	private final String otherCase = "cs_" + UUID.randomUUID();

	@Test
	void DP_03_aFileOfOneCaseIsGoneWithItsKeyAndCannotBeReadFromABackup() {
		var file = put("the words of the minister");
		hold(this.oneCase, message(file));
		var backup = backup(file);
		assertThat(opens(backup)).isTrue();

		assertThat(destroy(this.oneCase)).containsExactly(file);

		assertThat(this.contents.open(file, 0)).isEmpty();
		assertThat(opens(backup)).isFalse();
	}

	@Test
	void DP_03_aFileThatAnotherCaseHoldsStaysItsOwn() {
		var file = put("a form of the house");
		hold(this.oneCase, message(file));
		hold(this.otherCase, message(file));

		assertThat(destroy(this.oneCase)).isEmpty();
		assertThat(read(file)).isEqualTo("a form of the house");

		assertThat(destroy(this.otherCase)).containsExactly(file);
		assertThat(this.contents.open(file, 0)).isEmpty();
	}

	@Test
	void DP_03_aFileThatAMailOnTheReviewListHoldsStaysReadable() {
		var file = put("also sent by somebody we do not know");
		hold(this.oneCase, message(file));
		var backup = backup(file);
		message(file);
		put("also sent by somebody we do not know");

		assertThat(destroy(this.oneCase)).isEmpty();

		assertThat(read(file)).isEqualTo("also sent by somebody we do not know");
		assertThat(opens(backup)).as("by the keys of before").isFalse();
	}

	@Test
	void aFileWithinAFileIsHeldWithIt() {
		var mail = put("a mail with a zip");
		var zip = put("a zip");
		var inner = put("a letter in the zip");
		document(zip);
		document(inner);
		hold(this.oneCase, message(mail, zip));
		part(zip, inner);

		this.transaction.executeWithoutResult((_) -> this.keys.share(List.of(inner)));
		hold(this.otherCase, message(zip));
		this.turning.turn(Duration.ZERO);

		assertThat(wraps(inner)).isEqualTo(2);
		assertThat(destroy(this.oneCase)).containsExactly(mail);
		assertThat(read(inner)).isEqualTo("a letter in the zip");
		assertThat(destroy(this.otherCase)).containsExactlyInAnyOrder(zip, inner);
	}

	@Test
	void whatJoinedACaseWhileItWasReadIsFoundWhenAnotherKeyIsDestroyed() {
		var zip = put("a zip in two cases");
		var inner = put("found in it too late");
		document(zip);
		document(inner);
		hold(this.oneCase, message(zip));
		part(zip, inner);
		this.transaction.executeWithoutResult((_) -> this.keys.share(List.of(inner)));
		hold(this.otherCase, message(zip));
		this.database.update(
				"delete from content_wrap w using content_key k where k.id = w.key and case_id = ? and sha256 = ?",
				this.otherCase, inner.bytes());

		assertThat(destroy(this.oneCase)).isEmpty();

		assertThat(read(inner)).isEqualTo("found in it too late");
	}

	@Test
	void aMailThatIsMovedToAnotherCaseIsHeldByThatAlone() {
		var moved = put("a mail in the wrong case");
		var logo = put("a file of both mails");
		var message = message(moved, logo);
		hold(this.oneCase, message);
		hold(this.oneCase, message(logo));

		hold(this.otherCase, message);
		this.transaction.executeWithoutResult((_) -> this.keys.release(this.oneCase, message));

		assertThat(destroy(this.otherCase)).containsExactly(moved);
		assertThat(read(logo)).isEqualTo("a file of both mails");
	}

	@Test
	void twoCasesThatTakeTheSameFilesAtOnceBothOpenThem() throws Exception {
		var files = new ArrayList<DocumentId>();
		for (var number = 0; number < 20; number++) {
			files.add(put("shared by many " + number));
		}
		var cases = List.of(this.oneCase, this.otherCase, this.oneCase + "b", this.otherCase + "b");
		try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
			var all = workers.invokeAll(cases.stream().<Callable<Boolean>>map((one) -> () -> {
				hold(one, message(files.toArray(DocumentId[]::new)));
				return true;
			}).toList());
			for (var one : all) {
				assertThat(one.get()).isTrue();
			}
		}

		cases.subList(0, 3).forEach((one) -> assertThat(destroy(one)).isEmpty());
		files.forEach((file) -> assertThat(read(file)).startsWith("shared by many"));
		assertThat(destroy(cases.getLast())).hasSize(20);
	}

	@Test
	void whatIsFiledIsOpenedByItsCaseAloneAfterADayAndTheRestByAYoungerKey() {
		var filed = put("filed by now");
		var waiting = put("still waits for a person");
		hold(this.oneCase, message(filed));
		message(waiting);
		var backups = List.of(backup(filed), backup(waiting));

		this.turning.turn(Duration.ZERO);

		assertThat(wraps(filed)).isOne();
		assertThat(wraps(waiting)).isOne();
		assertThat(read(filed)).isEqualTo("filed by now");
		assertThat(read(waiting)).isEqualTo("still waits for a person");
		assertThat(opens(backups.get(1))).as("by the key of yesterday").isFalse();
	}

	@Test
	void aProcessWhoseKeyAnotherHasDestroyedGetsANewOne() {
		var other = Vaults.keys(DATABASE.dataSource(), this.clock, MasterKey.HEX);
		this.rows.arrivalsOlderThan(Duration.ZERO)
			.forEach((key) -> this.transaction.executeWithoutResult((_) -> other.turn(key)));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> put("refused once"));

		this.keys.refresh();

		assertThat(read(put("refused once"))).isEqualTo("refused once");
	}

	@Test
	void aKeyOfArrivalIsUsedForHalfADay() {
		put("in the morning");
		var before = arrivals();
		this.now = this.now.plus(Duration.ofHours(11));
		this.keys.refresh();
		put("at noon");
		assertThat(arrivals()).isEqualTo(before);

		this.now = this.now.plus(Duration.ofHours(2));
		this.keys.refresh();
		put("in the evening");

		assertThat(arrivals()).isEqualTo(before + 1);
	}

	@Test
	void SE_02_aNewMasterKeyWrapsAllAndTheOldOneIsNeededNoMore() {
		var database = TestDatabase.fresh();
		var old = MasterKey.another();
		var young = MasterKey.another();
		var jdbc = new JdbcTemplate(database.dataSource());
		var blobs = new BlobRepository(jdbc);
		var before = new DatabaseContents(blobs, Vaults.keys(database.dataSource(), this.clock, old));
		var file = Spool.of("kept while keys change".getBytes(StandardCharsets.UTF_8));
		TestDatabase.transactions(database.dataSource()).executeWithoutResult((_) -> before.add(List.of(file), false));

		var keyRows = new ContentKeyRepository(jdbc);
		var both = MasterKeys.of(young, List.of(old));
		new KeyTurning(keyRows, Vaults.keys(database.dataSource(), this.clock, young), both,
				TestDatabase.transactions(database.dataSource()))
			.rewrap();

		assertThat(keyRows.masters()).containsExactly(both.newest());
		assertThat(keyRows.countNotWrappedBy(both.newest())).isZero();
		var after = new DatabaseContents(blobs, Vaults.keys(database.dataSource(), this.clock, young));
		assertThat(after.open(file.id(), 0))
			.hasValueSatisfying((stream) -> assertThat(stream).hasContent("kept while keys change"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> before.open(file.id(), 0));
	}

	@Test
	void SE_02_withoutTheMasterKeyOfBeforeNothingStarts() {
		var database = TestDatabase.fresh().jdbcUrl();
		new Shelf(database, Map.of()).close();
		var another = Map.<String, Object>of("countersign.content.master-key", MasterKey.another());

		assertThatException().isThrownBy(() -> new Shelf(database, another))
			.withStackTraceContaining("countersign.content.master-key: it is not the one")
			.withStackTraceContaining(masters(MasterKey.HEX).newest());
	}

	/** All that stands in the database about a file, except the keys of cases. */
	private record Backup(DocumentId id, byte[] bytes, List<Wrapped> wraps) {

		private record Wrapped(String key, byte[] bytes) {
		}

	}

	private Backup backup(DocumentId file) {
		var bytes = this.database.queryForObject("select bytes from blob where sha256 = ?", byte[].class, file.bytes());
		return new Backup(file, Objects.requireNonNull(bytes),
				this.database.query("select key, wrapped from content_wrap where sha256 = ?",
						(row, _) -> new Backup.Wrapped(row.getString(1), row.getBytes(2)), file.bytes()));
	}

	/**
	 * Whether any key that the database still has opens it, with the master key at hand.
	 */
	private boolean opens(Backup backup) {
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

	private DocumentId put(String words) {
		try (var spool = Spool.of(words.getBytes(StandardCharsets.UTF_8))) {
			this.transaction.executeWithoutResult((_) -> this.contents.add(List.of(spool), false));
			return spool.id();
		}
	}

	private String read(DocumentId id) {
		try (var stream = this.contents.open(id, 0).orElseThrow()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String message(DocumentId... files) {
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

	private void hold(String caseId, String message) {
		this.transaction.executeWithoutResult((_) -> {
			this.database.update("update message set case_id = ? where id = ?", caseId, message);
			this.keys.hold(caseId, message);
		});
	}

	/** As a purge does: its messages hold nothing any more. */
	private Set<DocumentId> destroy(String caseId) {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			var closed = this.keys.destroy(caseId);
			this.database.update("delete from message_file where message in (select id from message where case_id = ?)",
					caseId);
			return closed;
		}));
	}

	private void document(DocumentId file) {
		this.database.update("""
				insert into document (id, sha256, name, declared_type, root, depth) values (?, ?, 'a', 'b', ?, 0)
				""", file.sha256(), file.bytes(), file.sha256());
	}

	private void part(DocumentId parent, DocumentId child) {
		this.database.update("""
				insert into document_part (parent, position, child, name, written_name, path, declared_type, role)
				values (?, 1, ?, 'a', 'a', '', 'b', 'ATTACHMENT')
				""", parent.sha256(), child.sha256());
	}

	private int wraps(DocumentId file) {
		return number("select count(*) from content_wrap where sha256 = ?", file.bytes());
	}

	private int arrivals() {
		return number("select count(*) from content_key where case_id is null");
	}

	private int number(String sql, @Nullable Object... values) {
		return Objects.requireNonNull(this.database.queryForObject(sql, Integer.class, values));
	}

	private static MasterKeys masters(String hex) {
		return MasterKeys.of(hex, List.of());
	}

}
