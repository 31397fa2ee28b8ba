package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.S3Server;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Large files in a bucket of a real S3 server, small ones in PostgreSQL. */
@Isolated("It measures the heap, which is everybody's.")
class ObjectContentsTests extends SealedStoreContract {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private static final S3Server SERVER = S3Server.running();

	private static final String NAME = SERVER.bucket("contents");

	private static final Bucket BUCKET = new Bucket(SERVER.address(NAME));

	private Instant now = Instant.parse("2026-11-26T09:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final Reaching reaching = new Reaching(new Outage(this.clock));

	private final ObjectRepository objects = new ObjectRepository(this.database);

	private final ContentStore contents = new ObjectContents(this.blobs, this.objects, BUCKET, this.reaching, this.keys,
			MEGABYTE);

	ObjectContentsTests() {
		super(DATABASE);
	}

	@Override
	ContentStore contents() {
		return this.contents;
	}

	@BeforeEach
	void mend() {
		SERVER.line().mend();
	}

	@AfterAll
	static void close() {
		SERVER.line().mend();
		BUCKET.close();
	}

	@Test
	void onlyWhatIsLargeLiesInTheBucket() {
		var small = put(bytes(MEGABYTE - 7));
		var large = put(bytes(MEGABYTE + 7));

		assertThat(SERVER.objects(NAME)).contains(name(large)).doesNotContain(large.sha256());
		assertThat(this.blobs.find(large)).hasValueSatisfying((row) -> assertThat(row.bytes()).isNull());
		assertThat(this.blobs.find(small)).hasValueSatisfying((row) -> assertThat(row.object()).isNull());
	}

	@Test
	void anObjectThatWasCutShortOrTakenAwayIsTold() throws IOException {
		var id = put(bytes(6 * MEGABYTE + 1));
		var object = SERVER.object(NAME, name(id));

		Files.write(object, List.of("short"));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 0));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 5 * MEGABYTE));

		Files.delete(object);
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 0))
			.withMessage("The object %s is missing in the bucket", name(id));
	}

	@Test
	void anObjectOfBeforeThatWasChangedIsToldAndNeverDelivered() throws IOException {
		var bytes = bytes(10 * MEGABYTE);
		try (var spool = Spool.of(bytes)) {
			storeInClear(spool);
			bytes[5 * MEGABYTE]++;
			Files.write(SERVER.object(NAME, spool.id().sha256()), bytes);

			try (var stream = open(spool.id(), 0)) {
				assertThat(stream.readNBytes(4 * MEGABYTE)).hasSize(4 * MEGABYTE);
				assertThatExceptionOfType(ContentChanged.class).isThrownBy(stream::read);
			}
			assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(spool.id(), 6 * MEGABYTE));
			this.transaction.executeWithoutResult((_) -> contents().remove(List.of(spool.id())));
		}
	}

	@Test
	void anUploadThatIsCutLeavesNothingAndIsRepeated() {
		var bytes = bytes(39 * MEGABYTE);
		var id = Spool.of(bytes).id();
		SERVER.line().cutAfter(25 * MEGABYTE);

		assertThatExceptionOfType(ContentsAway.class).isThrownBy(() -> put(bytes))
			.matches((away) -> away.retryAfter().isPositive());

		assertThat(contents().open(id, 0)).isEmpty();
		SERVER.line().mend();
		this.now = this.now.plusSeconds(30);
		assertThat(read(put(bytes), 0)).isEqualTo(bytes);
	}

	@Test
	void aServerThatIsAwayIsLeftAloneForAWhile() {
		var id = put(bytes(2 * MEGABYTE + 3));
		SERVER.line().cut();
		assertThatExceptionOfType(ContentsAway.class).isThrownBy(() -> open(id, 0));
		var calls = SERVER.line().calls();

		assertThatExceptionOfType(ContentsAway.class).isThrownBy(() -> open(id, 0));
		assertThat(SERVER.line().calls()).isEqualTo(calls);

		SERVER.line().mend();
		this.now = this.now.plusSeconds(30);
		assertThatCode(() -> open(id, 0)).doesNotThrowAnyException();
	}

	@Test
	void healthSaysThatTheServerIsAwayAndThatItIsBack() {
		BUCKET.check();
		var health = new ContentHealth(BUCKET, this.reaching, this.clock);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);

		SERVER.line().cut();
		this.now = this.now.plusSeconds(11);
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.health().getDetails()).containsEntry("reason",
				"countersign.content.s3.endpoint: the object store gives no answer there");
		assertThat(this.reaching.isAway()).isTrue();

		SERVER.line().mend();
		this.now = this.now.plusSeconds(11);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.reaching.isAway()).isFalse();
	}

	@Test
	void noRowRefersToAnObjectThatWasNotWritten() {
		try (var spool = Spool.of(bytes(2 * MEGABYTE + 5))) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((_) -> contents().add(List.of(spool), false)));
			spool.prepared(PreparedObject.drawn());
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((_) -> contents().add(List.of(spool), false)));
			this.keys.refresh();
		}
	}

	@Test
	void whatWasStoredInTheDatabaseBeforeStaysThereAndIsRead() {
		var bytes = bytes(3 * MEGABYTE + 5);
		try (var spool = Spool.of(bytes)) {
			this.transaction
				.executeWithoutResult((_) -> new DatabaseContents(this.blobs, this.keys).add(List.of(spool), false));
		}

		var id = put(bytes);

		assertThat(read(id, 0)).isEqualTo(bytes);
		assertThat(this.blobs.find(id)).hasValueSatisfying((row) -> assertThat(row.object()).isNull());
	}

	@Test
	void anObjectThatNoFileRefersToIsRemovedAfterAWhileAndTheOthersStay() throws IOException {
		var used = name(put(bytes(2 * MEGABYTE + 11)));
		var id = put(bytes(2 * MEGABYTE + 12));
		var forgotten = name(id);
		this.transaction.executeWithoutResult((_) -> contents().remove(List.of(id)));

		unused(Duration.ofHours(1)).remove();
		assertThat(SERVER.objects(NAME)).contains(used, forgotten);

		unused(Duration.ZERO).remove();
		assertThat(SERVER.objects(NAME)).contains(used).doesNotContain(forgotten);
		assertThat(read(put(bytes(2 * MEGABYTE + 12)), 0)).hasSize(2 * MEGABYTE + 12);
	}

	@Test
	void DP_03_ofAPurgedFileNothingOpensTheObjectAndItGoesWithTheNextSweep() throws IOException {
		var id = put(bytes(2 * MEGABYTE + 14));
		var object = name(id);
		var caseId = "cs_purged";
		this.transaction.executeWithoutResult((_) -> {
			this.database.update("""
					insert into message (id, reason, digest, received_at, mode, case_id)
					values ('m_purged', 'A test.', '', now(), 'LIVE', ?)
					""", caseId);
			this.database.update("insert into message_file (message, document) values ('m_purged', ?)", id.bytes());
			this.keys.hold(caseId, "m_purged");
		});

		this.transaction.executeWithoutResult((_) -> {
			var closed = this.keys.destroy(caseId);
			assertThat(closed).containsExactly(id);
			assertThat(contents().open(id, 0)).as("the object is there, and nothing opens it").isEmpty();
			this.database.update("delete from message_file where message = 'm_purged'");
			contents().remove(closed);
		});

		assertThat(SERVER.objects(NAME)).contains(object);
		unused(Duration.ZERO).remove();
		assertThat(SERVER.objects(NAME)).doesNotContain(object);
	}

	@Test
	void objectsThatCannotBeRemovedStayOnRecord() throws IOException {
		var id = put(bytes(2 * MEGABYTE + 13));
		var forgotten = name(id);
		this.transaction.executeWithoutResult((_) -> contents().remove(List.of(id)));
		SERVER.line().cut();
		unused(Duration.ZERO).remove();

		SERVER.line().mend();
		this.now = this.now.plusSeconds(30);
		assertThat(SERVER.objects(NAME)).contains(forgotten);
		unused(Duration.ZERO).remove();
		assertThat(SERVER.objects(NAME)).doesNotContain(forgotten);
	}

	@Override
	byte[] stored(DocumentId id) {
		try {
			var bytes = this.blobs.find(id).orElseThrow().bytes();
			return (bytes != null) ? bytes : Files.readAllBytes(SERVER.object(NAME, name(id)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	void overwrite(DocumentId id, byte[] stored) {
		try {
			if (this.database.update("update blob set bytes = ? where sha256 = ? and bytes is not null", stored,
					id.bytes()) == 0) {
				Files.write(SERVER.object(NAME, name(id)), stored);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	void storeInClear(Spool spool) {
		if (spool.size() <= MEGABYTE) {
			DatabaseContentsTests.storeInClear(this.database, spool);
			return;
		}
		try (var stream = spool.open()) {
			var pieces = new ByteArrayOutputStream();
			for (var piece = stream.readNBytes(Pieces.SIZE); piece.length > 0; piece = stream.readNBytes(Pieces.SIZE)) {
				pieces.writeBytes(Spool.sha256().digest(piece));
			}
			this.database.update("insert into blob_object (name, pieces) values (?, ?)", spool.id().bytes(),
					pieces.toByteArray());
			BUCKET.put(spool.id().sha256(), spool.size(), spool::open, () -> {
			});
			this.database.update("insert into blob (sha256, size, object) values (?, ?, ?)", spool.id().bytes(),
					spool.size(), spool.id().bytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String name(DocumentId id) {
		return PreparedObject.text(Objects.requireNonNull(this.blobs.find(id).orElseThrow().object()));
	}

	private UnusedObjects unused(Duration kept) {
		return new UnusedObjects(this.objects, BUCKET, this.reaching, kept, this.transaction);
	}

}
