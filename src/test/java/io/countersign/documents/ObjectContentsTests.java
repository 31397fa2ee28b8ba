package io.countersign.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.S3Server;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Large files in a bucket of a real S3 server, small ones in PostgreSQL. */
class ObjectContentsTests extends ContentStoreContract {

	private static final TestDatabase DATABASE = TestDatabase.fresh();

	private static final S3Server SERVER = S3Server.running();

	private static final String NAME = SERVER.bucket("contents");

	private static final Bucket BUCKET = new Bucket(SERVER.address(NAME));

	private Instant now = Instant.parse("2026-11-26T09:00:00Z");

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final Reaching reaching = new Reaching(new Outage(this.clock));

	private final ObjectRepository objects = new ObjectRepository(this.database);

	private final ContentStore contents = new ObjectContents(this.blobs, this.objects, BUCKET, this.reaching, MEGABYTE);

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

		assertThat(SERVER.objects(NAME)).contains(large.sha256()).doesNotContain(small.sha256());
		assertThat(this.blobs.find(large)).hasValueSatisfying((row) -> {
			assertThat(row.isOutside()).isTrue();
			assertThat(row.bytes()).isNull();
		});
	}

	@Test
	void anObjectThatWasChangedIsToldAndNeverDelivered() throws IOException {
		var bytes = bytes(10 * MEGABYTE);
		var id = put(bytes);
		bytes[5 * MEGABYTE]++;
		Files.write(SERVER.object(NAME, id.sha256()), bytes);

		try (var stream = open(id, 0)) {
			assertThat(stream.readNBytes(4 * MEGABYTE)).hasSize(4 * MEGABYTE);
			assertThatExceptionOfType(ContentChanged.class).isThrownBy(stream::read)
				.withMessage("The object %s in the bucket is not what was stored", id);
		}
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 6 * MEGABYTE));
	}

	@Test
	void anObjectThatWasCutShortOrTakenAwayIsTold() throws IOException {
		var bytes = bytes(6 * MEGABYTE + 1);
		var id = put(bytes);
		var object = SERVER.object(NAME, id.sha256());

		Files.write(object, List.of("short"));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 0));
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 5 * MEGABYTE));

		Files.delete(object);
		assertThatExceptionOfType(ContentChanged.class).isThrownBy(() -> open(id, 0))
			.withMessage("The object %s is missing in the bucket", id);
	}

	@Test
	void anUploadThatIsCutLeavesNothingAndIsRepeated() {
		var bytes = bytes(39 * MEGABYTE);
		var id = Spool.of(bytes).id();
		SERVER.line().cutAfter(25 * MEGABYTE);

		assertThatExceptionOfType(ContentsAway.class).isThrownBy(() -> put(bytes))
			.matches((away) -> away.retryAfter().isPositive());

		assertThat(contents().open(id, 0)).isEmpty();
		assertThat(SERVER.objects(NAME)).doesNotContain(id.sha256());
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
	void noRowRefersToAnObjectThatIsNotOnRecord() {
		try (var spool = Spool.of(bytes(2 * MEGABYTE + 5))) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((_) -> contents().add(List.of(spool), false)));
		}
	}

	@Test
	void whatWasStoredInTheDatabaseBeforeStaysThereAndIsRead() {
		var bytes = bytes(3 * MEGABYTE + 5);
		try (var spool = Spool.of(bytes)) {
			this.transaction.executeWithoutResult((_) -> this.blobs.add(List.of(spool), false));
		}

		var id = put(bytes);

		assertThat(read(id, 0)).isEqualTo(bytes);
		assertThat(SERVER.objects(NAME)).doesNotContain(id.sha256());
	}

	@Test
	void anObjectThatNoFileRefersToIsRemovedAfterAWhileAndTheOthersStay() throws IOException {
		var used = put(bytes(2 * MEGABYTE + 11));
		var forgotten = put(bytes(2 * MEGABYTE + 12));
		this.transaction.executeWithoutResult((_) -> contents().remove(List.of(forgotten)));

		unused(Duration.ofHours(1)).remove();
		assertThat(SERVER.objects(NAME)).contains(used.sha256(), forgotten.sha256());

		unused(Duration.ZERO).remove();
		assertThat(SERVER.objects(NAME)).contains(used.sha256()).doesNotContain(forgotten.sha256());
		assertThat(read(put(bytes(2 * MEGABYTE + 12)), 0)).hasSize(2 * MEGABYTE + 12);
	}

	@Test
	void objectsThatCannotBeRemovedStayOnRecord() throws IOException {
		var forgotten = put(bytes(2 * MEGABYTE + 13));
		this.transaction.executeWithoutResult((_) -> contents().remove(List.of(forgotten)));
		SERVER.line().cut();
		unused(Duration.ZERO).remove();

		SERVER.line().mend();
		this.now = this.now.plusSeconds(30);
		assertThat(SERVER.objects(NAME)).contains(forgotten.sha256());
		unused(Duration.ZERO).remove();
		assertThat(SERVER.objects(NAME)).doesNotContain(forgotten.sha256());
	}

	private UnusedObjects unused(Duration kept) {
		return new UnusedObjects(this.objects, BUCKET, this.reaching, kept, this.transaction);
	}

}
