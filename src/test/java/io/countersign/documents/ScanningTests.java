package io.countersign.documents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.documents.scan.Eicar;
import io.countersign.documents.scan.ScannerDouble;
import io.countersign.problem.Conflict;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * With a scanner no file leaves the house, and none is read, before it has been cleared.
 */
class ScanningTests {

	private static final ScannerDouble SCANNER = new ScannerDouble();

	private static final String DATABASE = TestDatabase.fresh().jdbcUrl();

	private static final Shelf SHELF = new Shelf(DATABASE, settings(SCANNER));

	private static final String WAITING = "It is blocked until it has been scanned for viruses.";

	private static final String AWAY = "It is blocked until it has been scanned for viruses; "
			+ "the scanner cannot be asked at the moment.";

	private static final Duration SOON = Duration.ofSeconds(45);

	@AfterAll
	static void close() {
		SHELF.close();
		SCANNER.close();
	}

	@Test
	void AT_09_aClearedFileIsReadAndHandedOut() throws Exception {
		SCANNER.behaves(ScannerDouble.Habit.HONEST);
		var note = store(SHELF, "note.txt", "Tabel 1: 10 mio. kr.");

		await().atMost(SOON).until(() -> SHELF.documents().text(note).isPresent());

		assertThat(SHELF.documents().blocked(List.of(note))).isEmpty();
		MockMvcBuilders.standaloneSetup(new BlobController(SHELF.documents()))
			.build()
			.perform(get("/api/v1/blobs/{sha256}", note.sha256()))
			.andExpect(status().isOk());
	}

	@Test
	void AT_09_anInfectedFileIsNeitherReadNorHandedOutAndIsSaidOnce() {
		SCANNER.behaves(ScannerDouble.Habit.HONEST);
		var before = SHELF.infected().size();
		var bad = store(SHELF, "a.com", new String(Eicar.bytes(), StandardCharsets.US_ASCII));

		await().atMost(SOON).until(() -> reason(SHELF, bad) == Blocked.Reason.INFECTED);
		await().atMost(SOON)
			.untilAsserted(() -> assertThat(SHELF.text(bad).state()).isEqualTo(DocumentText.State.UNREADABLE));

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> download(SHELF, bad))
			.withMessage("It is blocked, because the virus scanner found this: " + Eicar.NAME);
		store(SHELF, "b.com", new String(Eicar.bytes(), StandardCharsets.US_ASCII));
		assertThat(SHELF.infected().subList(before, SHELF.infected().size())).singleElement()
			.satisfies((found) -> assertThat(found.file()).isEqualTo(bad));
		assertThat(SHELF.documents().infected(List.of(bad))).containsEntry(bad, Eicar.NAME);
	}

	@Test
	void AT_09_anArchiveIsBlockedWithTheInfectedFileThatWasFoundInIt() {
		SCANNER.behaves(ScannerDouble.Habit.HONEST);
		var inner = (new String(Eicar.bytes(), StandardCharsets.US_ASCII) + " in an archive")
			.getBytes(StandardCharsets.US_ASCII);
		var zip = store(SHELF, "a.zip", Making.zip(Map.of("inner.zip", Making.zip(Map.of("bilag.com", inner)))));

		await().atMost(SOON).until(() -> reason(SHELF, zip) == Blocked.Reason.INFECTED);

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> download(SHELF, zip))
			.withMessage("It is blocked, because the virus scanner found this in a file within it: " + Eicar.NAME);
		assertThat(SHELF.infected()).anySatisfy((found) -> assertThat(found.around()).contains(zip).hasSize(2));
	}

	@Test
	void AT_09_aFileThatIsTooLargeForTheScannerStaysBlockedUntilItsLimitIsRaised() {
		SCANNER.behaves(ScannerDouble.Habit.HONEST);
		var asked = SCANNER.asked();
		var large = store(SHELF, "large.bin", new byte[300_000]);

		await().atMost(SOON).until(() -> reason(SHELF, large) == Blocked.Reason.TOO_LARGE);
		assertThat(SCANNER.asked()).isEqualTo(asked);
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> download(SHELF, large))
			.withMessage("It is blocked, because it is too large for the virus scanner.");

		new ScanBacklog(SHELF.bean(ScanRepository.class), 400_000).next();
		assertThat(reason(SHELF, large)).isNotEqualTo(Blocked.Reason.TOO_LARGE);
	}

	@Test
	void AT_09_whileTheScannerIsAwayFilesWaitAlsoOverARestart() {
		var port = new ScannerDouble();
		port.close();
		var database = TestDatabase.fresh().jdbcUrl();
		DocumentId note;
		try (var shelf = new Shelf(database, settings(port))) {
			note = store(shelf, "note.txt", "Kære Anna");
			await().atMost(SOON).until(() -> AWAY.equals(sentence(shelf, note)));
			assertThatExceptionOfType(Conflict.class).isThrownBy(() -> download(shelf, note)).withMessage(AWAY);
			assertThat(shelf.documents().text(note)).isEmpty();
			assertThat(shelf.documents().bytes(note)).as("a mail is read whatever the scanner does").isNotEmpty();
		}

		try (var scanner = new ScannerDouble(port.port()); var shelf = new Shelf(database, settings(scanner))) {
			await().atMost(SOON).until(() -> shelf.documents().text(note).isPresent());
			assertThat(download(shelf, note)).isEqualTo(200);
		}
	}

	@Test
	void AT_09_aScannerThatMisbehavesIsAskedAgainLessAndLessOften() {
		try (var scanner = new ScannerDouble()) {
			scanner.behaves(ScannerDouble.Habit.SAYS_GARBAGE);
			try (var shelf = new Shelf(TestDatabase.fresh().jdbcUrl(), settings(scanner))) {
				var note = store(shelf, "note.txt", "Kære Bo");
				await().atMost(SOON).until(() -> scanner.asked() > 1);
				assertThat(sentence(shelf, note)).isEqualTo(AWAY);

				scanner.behaves(ScannerDouble.Habit.HONEST);
				await().atMost(SOON).until(() -> sentence(shelf, note).isEmpty());
				assertThat(scanner.asked()).isLessThan(12);
			}
		}
	}

	@Test
	void AT_09_filesFromBeforeTheScannerAreBlockedUntilTheirTurn() {
		var database = TestDatabase.fresh().jdbcUrl();
		DocumentId old;
		try (var shelf = new Shelf(database, Map.of())) {
			old = store(shelf, "old.txt", "Kære Clara");
			await().atMost(SOON).until(() -> shelf.documents().text(old).isPresent());
			assertThat(shelf.documents().blocked(List.of(old))).as("without a scanner nothing is").isEmpty();
		}

		SCANNER.behaves(ScannerDouble.Habit.HONEST);
		try (var shelf = new Shelf(database, settings(SCANNER))) {
			assertThat(sentence(shelf, old)).isEqualTo(WAITING);

			shelf.bean(ScanBacklog.class).next();

			await().atMost(SOON).until(() -> sentence(shelf, old).isEmpty());
		}
	}

	private static Map<String, Object> settings(ScannerDouble scanner) {
		return Map.of("countersign.scan.address", scanner.address(), "countersign.scan.timeout", "5s",
				"countersign.scan.max-stream", "200KB", "countersign.scan.every", "200ms");
	}

	private static DocumentId store(Shelf shelf, String name, String text) {
		return store(shelf, name, text.getBytes(StandardCharsets.UTF_8));
	}

	private static DocumentId store(Shelf shelf, String name, byte[] bytes) {
		try (var spool = Spool.of(bytes)) {
			shelf.documents().store(spool);
			shelf.documents().read(List.of(new Named(spool.id(), name, "application/octet-stream")));
			return spool.id();
		}
	}

	private static int download(Shelf shelf, DocumentId file) {
		return new BlobController(shelf.documents()).blob(file.sha256()).getStatusCode().value();
	}

	private static Blocked.Reason reason(Shelf shelf, DocumentId file) {
		var blocked = shelf.documents().blocked(List.of(file)).get(file);
		return (blocked != null) ? blocked.reason() : Blocked.Reason.UNSCANNED;
	}

	private static String sentence(Shelf shelf, DocumentId file) {
		var blocked = shelf.documents().blocked(List.of(file)).get(file);
		return (blocked != null) ? blocked.sentence() : "";
	}

}
