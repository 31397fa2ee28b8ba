package io.countersign.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.countersign.journal.OfflineVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Scenario 15, the part of the verifier: what was exported of a decided case is checked
 * without the product, and whatever was changed in it is named.
 */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario15ProofForAuditorsIT {

	private static final String ENTRIES = "entries.ndjson";

	private static final String DRAFT = "Udkast til aktindsigt";

	private final Office office;

	@TempDir
	private Path folder;

	Scenario15ProofForAuditorsIT(Office office) {
		this.office = office;
	}

	@Test
	void AU_04_aDecidedCaseIsProvedOfflineAndEachTamperingIsNamed() throws IOException {
		var request = asked();
		var reply = request.answeredBy(ANNA, "Godkendt\n\nAnna" + request.quoted(), now());
		this.office.tenant().send(reply);
		this.office.settles(request, reply);
		var decided = this.office.caseOf(request);
		assertThat(decided.path("state").asString()).isEqualTo("decided");

		var proof = proof(decided);

		assertThat(entries(proof)).anySatisfy((entry) -> assertThat(entry).contains("verdict.recorded",
				decided.path("verdicts").get(0).path("id").asString(), Office.sha256(DRAFT)));
		assertThat(original(reply)).isEqualTo(reply.bytes());
		var last = entries(proof).size() - 1;
		assertThat(said(changed(proof, (lines) -> lines.set(2, lines.get(2).replaceFirst("[0-9]", "x")))))
			.startsWith("NOT what was written.")
			.containsAnyOf("Entry 3 ", "Line 3", "Line 4");
		assertThat(said(changed(proof, (lines) -> lines.remove(2)))).startsWith("NOT what was written.")
			.contains("Line 3", "does not continue the one before it");
		assertThat(said(changed(proof, (lines) -> lines.remove(last)))).contains("There are more paths than entries.");
		assertThat(said(
				changed(proof, (lines) -> lines.set(last, lines.get(last).replace("\"actor\":\"", "\"actor\":\"x")))))
			.startsWith("NOT what was written.");
	}

	@Test
	void AU_04_theWholeJournalIsProvedOfflineAndAMissingEntryIsNamed() throws IOException {
		this.office.settles(asked());
		var journal = proof("/journal/export");

		var lines = entries(journal).size();
		assertThat(said(changed(journal, (all) -> all.remove(lines / 2)))).startsWith("NOT what was written.");
		assertThat(said(changed(journal, (all) -> all.set(lines / 2, all.get(lines / 2).replaceFirst("[a-z]", "x")))))
			.startsWith("NOT what was written.");
	}

	private Map<String, byte[]> proof(JsonNode decided) throws IOException {
		return proof("/cases/%s/proof".formatted(decided.path("id").asString()));
	}

	/** What the export says once it ends under a head. */
	private Map<String, byte[]> proof(String path) throws IOException {
		await().atMost(Duration.ofSeconds(90))
			.until(() -> said(file(files(this.office.product().bytes(path)))).startsWith("OK: "));
		return files(this.office.product().bytes(path));
	}

	private Letter asked() {
		var request = Letter
			.of(DAN, List.of(ANNA), "Aktindsigt " + UUID.randomUUID().toString().substring(0, 8),
					"Kære Anna\n\nKan du godkende vedlagte udkast?\n\nHilsen Dan", now())
			.with("aktindsigt.txt", DRAFT);
		this.office.tenant().send(request);
		this.office.settles(request);
		return request;
	}

	private byte[] original(Letter letter) {
		return this.office.product()
			.bytes("/messages/%s/original".formatted(this.office.message(letter).path("id").asString()));
	}

	private static String said(Path export) {
		var said = new ByteArrayOutputStream();
		OfflineVerifier.run(List.of(export.toString(), "--key", OneOffice.SEALS.resolve("journal.pub").toString()),
				new PrintStream(said, true, StandardCharsets.UTF_8));
		return said.toString(StandardCharsets.UTF_8);
	}

	private Path changed(Map<String, byte[]> export, Consumer<List<String>> change) throws IOException {
		var lines = new ArrayList<>(entries(export));
		change.accept(lines);
		var files = new LinkedHashMap<>(export);
		files.put(ENTRIES, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
		return file(files);
	}

	private static List<String> entries(Map<String, byte[]> export) {
		return new String(export.getOrDefault(ENTRIES, new byte[0]), StandardCharsets.UTF_8).lines().toList();
	}

	private static Map<String, byte[]> files(byte[] zip) throws IOException {
		var files = new LinkedHashMap<String, byte[]>();
		try (var reading = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (var entry = reading.getNextEntry(); entry != null; entry = reading.getNextEntry()) {
				files.put(entry.getName(), reading.readAllBytes());
			}
		}
		return files;
	}

	private Path file(Map<String, byte[]> files) throws IOException {
		var file = Files.createTempFile(this.folder, "export", ".zip");
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (var one : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(one.getKey()));
				zip.write(one.getValue());
			}
		}
		return file;
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

}
