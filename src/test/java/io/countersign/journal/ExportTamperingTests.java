package io.countersign.journal;

import java.io.ByteArrayInputStream;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
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

	private ExportCheck check;

	private Map<String, String> whole;

	private Map<String, String> of3;

	private Map<String, String> of4;

	private Map<String, String> of3Before = Map.of();

	@BeforeEach
	void aJournalIsExportedWholeAndByCase() throws IOException {
		var facts = new Facts(new SealProperties(this.directory, null, Duration.ZERO));
		for (var number = 0; number < 90; number++) {
			facts.commit(Facts.Fact.of("case/" + number % 9, number));
			if (number % 30 == 29) {
				facts.seal();
				this.of3Before = (number < 60) ? files(facts.exported(Optional.of("case/3"))) : this.of3Before;
			}
		}
		this.whole = files(facts.exported(Optional.empty()));
		this.of3 = files(facts.exported(Optional.of("case/3")));
		this.of4 = files(facts.exported(Optional.of("case/4")));
		var key = VerifierKey.parse(Files.readString(this.directory.resolve("journal.pub")));
		var kept = HeadFile.read(this.whole.getOrDefault(JournalExport.HEADS, ""));
		this.check = new ExportCheck(new Keyring(key, List.of()), new KeptHeads(kept.subList(2, 3), 0));
		assertThat(this.check.check(write(this.whole)).fault()).isEmpty();
		assertThat(this.check.check(write(this.whole)).entries()).isEqualTo(90);
		assertThat(this.check.check(write(this.of3)).fault()).isEmpty();
		assertThat(this.check.check(write(this.of3)).entries()).isEqualTo(10);
	}

	@Test
	void AU_04_everyTamperingIsFoundOffline() {
		var found = IntStream.range(0, TRIALS).filter((_) -> isFound(this.whole)).count();

		System.out.printf("Tamperings of an export found: %d of %d (seed %d)%n", found, TRIALS, SEED);
		assertThat(found).isEqualTo(TRIALS);
	}

	@Test
	void AU_04_everyTamperingOfACasesExportIsFoundOffline() {
		var found = IntStream.range(0, TRIALS).filter((_) -> isFoundInCase()).count();

		System.out.printf("Tamperings of a case's export found: %d of %d (seed %d)%n", found, TRIALS, SEED);
		assertThat(found).isEqualTo(TRIALS);
	}

	@Test
	void AU_04_theEntryThatWasChangedIsNamed() throws IOException {
		for (var place = 0; place < 90; place++) {
			var changed = withOtherActor(place);

			assertThat(this.check.check(write(changed)).fault().orElseThrow())
				.isEqualTo("Line %d: entry %d of case/%d is not what was written there.".formatted(place + 1,
						place / 9 + 1, place % 9));
			changed.remove(JournalExport.HASHES);
			assertThat(this.check.check(write(changed)).fault().orElseThrow()).containsPattern(
					"entry %d of case/%d does not continue the one before|one of the lines [0-9]+ to [0-9]+ was changed"
						.formatted(place / 9 + 2, place % 9));
		}
	}

	private Map<String, String> withOtherActor(int place) {
		var changed = new LinkedHashMap<>(this.whole);
		lines(changed, (lines) -> lines.set(place, lines.get(place).replace("\"actor\":\"", "\"actor\":\"x")));
		return changed;
	}

	/** Whoever changes entries may leave out the hashes that would give him away. */
	private Map<String, String> perhapsWithoutHashes(Map<String, String> files) {
		var changed = new LinkedHashMap<>(files);
		if (this.random.nextBoolean()) {
			changed.remove(JournalExport.HASHES);
		}
		return changed;
	}

	private boolean isFoundInCase() {
		var changed = perhapsWithoutHashes(this.of3);
		var some = 1 + this.random.nextInt(10);
		switch (this.random.nextInt(14)) {
			case 0 -> letter(changed, JournalExport.ENTRIES);
			case 1 -> letter(changed, JournalExport.HEADS);
			case 2 -> letter(changed, JournalExport.STREAM);
			case 3 -> cut(changed, some, JournalExport.ENTRIES, JournalExport.PATHS);
			case 4 -> cut(changed, some, JournalExport.ENTRIES);
			case 5 -> cut(changed, some, JournalExport.PATHS);
			case 6 -> changed
				.remove(List.of(JournalExport.ENTRIES, JournalExport.HEADS, JournalExport.PATHS, JournalExport.STREAM)
					.get(this.random.nextInt(4)));
			case 7 -> changed.put(JournalExport.STREAM, this.of4.getOrDefault(JournalExport.STREAM, ""));
			case 8 -> changed.put(JournalExport.STREAM, this.of3Before.getOrDefault(JournalExport.STREAM, ""));
			case 9 -> lines(changed, (lines) -> lines.remove(this.random.nextInt(lines.size())));
			case 11 -> letter(changed, JournalExport.WORDS);
			case 12 -> changed.put(JournalExport.WORDS, this.of4.getOrDefault(JournalExport.WORDS, ""));
			case 10 -> {
				changed.put(JournalExport.ENTRIES, this.of4.getOrDefault(JournalExport.ENTRIES, ""));
				changed.put(JournalExport.PATHS, this.of4.getOrDefault(JournalExport.PATHS, ""));
			}
			default -> {
				changed.putAll(this.whole);
				cut(changed, 30 + some, JournalExport.ENTRIES);
			}
		}
		assertThat(changed).isNotEqualTo(this.of3);
		return isFound(changed, this.check);
	}

	/** The last lines of these files go. */
	private static void cut(Map<String, String> files, int some, String... names) {
		for (var name : names) {
			var lines = files.getOrDefault(name, "").lines().toList();
			files.put(name,
					lines.subList(0, lines.size() - some)
						.stream()
						.map((line) -> line + "\n")
						.collect(Collectors.joining()));
		}
	}

	private boolean isFound(Map<String, String> files) {
		var changed = perhapsWithoutHashes(files);
		switch (this.random.nextInt(11)) {
			case 0 -> letter(changed, JournalExport.ENTRIES);
			case 1 -> letter(changed, JournalExport.HEADS);
			case 9 -> letter(changed, JournalExport.WORDS);
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
		return isFound(changed, this.check);
	}

	private boolean isFound(Map<String, String> changed, ExportCheck check) {
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

	private static Map<String, String> files(byte[] zip) throws IOException {
		var files = new LinkedHashMap<String, String>();
		try (var reading = new ZipInputStream(new ByteArrayInputStream(zip))) {
			for (var entry = reading.getNextEntry(); entry != null; entry = reading.getNextEntry()) {
				files.put(entry.getName(), new String(reading.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
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
