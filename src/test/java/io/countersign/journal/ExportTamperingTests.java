package io.countersign.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One thousand ways to change an export, by somebody who has no key, each tried alone.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExportTamperingTests {

	private static final long SEED = 20_261_126;

	private static final int TRIALS = 1_000;

	private final Random random = new Random(SEED);

	@TempDir
	Path directory;

	@Test
	void AU_04_everyTamperingIsFoundOffline() throws Exception {
		var facts = new Facts(new SealProperties(this.directory, null, Duration.ZERO));
		for (var number = 0; number < 90; number++) {
			facts.commit(Facts.Fact.of("case/" + number % 9, number));
			if (number % 30 == 29) {
				facts.seal();
			}
		}
		var whole = this.directory.resolve("journal.zip");
		try (var into = Files.newOutputStream(whole)) {
			facts.transactions.executeWithoutResult((_) -> {
				try {
					new JournalExport(facts.entries, facts.heads).whole(into);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		var key = VerifierKey.parse(Files.readString(this.directory.resolve("journal.pub")));
		var kept = HeadFile.read(read(whole).getOrDefault(JournalExport.HEADS, ""));
		var check = new ExportCheck(key, kept.subList(2, 3));
		assertThat(check.check(whole)).isEqualTo(new Verification(90, Optional.empty()));

		var found = IntStream.range(0, TRIALS).filter((_) -> isFound(check, read(whole))).count();

		System.out.printf("Tamperings of an export found: %d of %d (seed %d)%n", found, TRIALS, SEED);
		assertThat(found).isEqualTo(TRIALS);
	}

	private boolean isFound(ExportCheck check, Map<String, String> files) {
		var changed = new LinkedHashMap<>(files);
		switch (this.random.nextInt(10)) {
			case 0 -> letter(changed, JournalExport.ENTRIES);
			case 1 -> letter(changed, JournalExport.HEADS);
			case 2 -> lines(changed, (lines) -> lines.remove(this.random.nextInt(lines.size())));
			case 3 -> lines(changed, (lines) -> lines.add(this.random.nextInt(lines.size()),
					lines.get(this.random.nextInt(lines.size()))));
			case 4 -> lines(changed, this::swap);
			case 5 -> lines(changed, (lines) -> lines.subList(this.random.nextInt(lines.size()), lines.size()).clear());
			case 6 -> changed.remove(this.random.nextBoolean() ? JournalExport.ENTRIES : JournalExport.HEADS);
			case 7 -> cutWithItsHead(changed);
			case 8 -> lines(changed, (lines) -> lines.add("{\"stream\":\"case/new%d\",\"sequence\":1,\"prev\":\"%s\"}"
				.formatted(this.random.nextInt(), Seal.GENESIS)));
			default -> changed.compute(JournalExport.HEADS,
					(_, heads) -> heads.replaceFirst("(?s)countersign.*?----", "countersign\n1\n----"));
		}
		assertThat(changed).isNotEqualTo(files);
		try {
			return !check.check(write(changed)).intact();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void letter(Map<String, String> files, String name) {
		var text = new StringBuilder(files.getOrDefault(name, ""));
		var place = this.random.nextInt(text.length() - HeadFile.RULE.length());
		text.setCharAt(place, (char) (text.charAt(place) ^ (1 + this.random.nextInt(7))));
		files.put(name, text.toString());
	}

	/**
	 * Neither the missing entries nor their head is in it; only a head kept elsewhere
	 * tells.
	 */
	private static void cutWithItsHead(Map<String, String> files) {
		var heads = List.of(files.getOrDefault(JournalExport.HEADS, "").split(HeadFile.RULE));
		files.put(JournalExport.HEADS, heads.get(0) + HeadFile.RULE + heads.get(1) + HeadFile.RULE);
		lines(files, (lines) -> lines.subList(60, lines.size()).clear());
	}

	private void swap(List<String> lines) {
		var one = this.random.nextInt(lines.size() - 1);
		Collections.swap(lines, one, one + 1);
	}

	private static void lines(Map<String, String> files, Consumer<List<String>> change) {
		var lines = new ArrayList<>(files.getOrDefault(JournalExport.ENTRIES, "").lines().toList());
		change.accept(lines);
		files.put(JournalExport.ENTRIES, String.join("\n", lines) + "\n");
	}

	private static Map<String, String> read(Path zip) {
		try (var file = new ZipFile(zip.toFile())) {
			var files = new LinkedHashMap<String, String>();
			for (var entry : Collections.list(file.entries())) {
				files.put(entry.getName(),
						new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path write(Map<String, String> files) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (var file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return Files.write(this.directory.resolve("changed.zip"), bytes.toByteArray());
	}

}
