package io.countersign.documents;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.countersign.documents.s3.S3Server;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

/** The module started with a bucket, with a wrong one, and without the one of before. */
class StartWithBucketTests {

	private static final S3Server SERVER = S3Server.running();

	private static final Duration SOON = Duration.ofSeconds(60);

	@Test
	void aSettingThatTheServerRefusesEndsTheStart() {
		var settings = with("countersign.content.s3.secret-key", "guessed");

		assertThatException().isThrownBy(() -> new Shelf(TestDatabase.fresh().jdbcUrl(), settings))
			.withStackTraceContaining("countersign.content.s3.secret-key: it is not the one of this access key");
	}

	@Test
	void OP_02_aServerThatIsAwayAtTheStartIsWaitedForAndSoIsAFileThatLiesThere() {
		var database = TestDatabase.fresh().jdbcUrl();
		var settings = with("countersign.extraction.enabled", "true");
		var bytes = Making.zip(Map.of("note.txt", new byte[] { 'a' }, "noise.bin", noise()));
		DocumentId file;
		try (var shelf = new Shelf(database, settings)) {
			file = shelf.put("a.zip", "application/zip", bytes);
		}
		SERVER.line().cut();

		try (var shelf = new Shelf(database, settings)) {
			shelf.sql().sql("update document set state = 'WAITING', due_at = now()").update();
			await().atMost(SOON)
				.until(() -> shelf.sql()
					.sql("select count(*) from document where problem like 'It waits until the store%'")
					.query(Long.class)
					.single() > 0);
			assertThat(shelf.text(file).state()).isEqualTo(DocumentText.State.WAITING);

			SERVER.line().mend();
			await().atMost(SOON).until(() -> shelf.text(file).state() == DocumentText.State.READ);
		}
	}

	@Test
	void withoutTheBucketOfBeforeNothingStarts() {
		var database = TestDatabase.fresh().jdbcUrl();
		try (var shelf = new Shelf(database, with("countersign.content.s3.above", "64KB"));
				var spool = Spool.of(noise())) {
			shelf.documents().prepare(List.of(spool), () -> {
			});
			shelf.documents().store(spool);
		}

		assertThatException().isThrownBy(() -> new Shelf(database, Map.of()))
			.withStackTraceContaining("countersign.content.store = postgresql");
		assertThatCode(() -> new Shelf(database, with("countersign.content.s3.above", "100MB")).close())
			.doesNotThrowAnyException();
	}

	private static Map<String, Object> with(String key, String value) {
		var settings = new HashMap<>(SERVER.settings(SERVER.bucket("starts")));
		settings.put(key, value);
		return settings;
	}

	private static byte[] noise() {
		var bytes = new byte[2 << 20];
		new Random(5).nextBytes(bytes);
		return bytes;
	}

}
