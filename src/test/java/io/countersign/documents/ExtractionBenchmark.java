package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How many files of 200 kB one reading process reads in a second, what its start costs,
 * and how much this process grows while hostile files run: each the median of three.
 * {@code mvn -Pbench verify} prints it.
 */
final class ExtractionBenchmark {

	private static final int ROUNDS = 3;

	private static final int FILES = Integer.getInteger("bench.extraction.files", 20);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private ExtractionBenchmark() {
	}

	public static void main(String[] arguments) throws IOException {
		System.out.printf("%nExtraction: %d files a round, median of %d, %d cores, Java %s%n%n", FILES, ROUNDS,
				Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
		System.out.printf("start of a process and its first file   %8.0f ms%n", median(ExtractionBenchmark::start));
		try (var room = new ReadingRoom()) {
			LargeFiles.all()
				.forEach((file) -> System.out.printf("%-20s %6.0f kB   %8.1f files a second%n", file.name(),
						file.bytes().length / 1e3, median(() -> perSecond(room, file))));
		}
		var hostile = hostile();
		System.out.printf("growth while %2d hostile files run        %8.0f MB%n", hostile.size(),
				median(() -> growth(hostile)));
	}

	private static double median(DoubleSupplier measurement) {
		return DoubleStream.generate(measurement).limit(ROUNDS).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
	}

	private static double start() {
		var began = System.nanoTime();
		try (var room = new ReadingRoom()) {
			room.read("note.txt", "text/plain", "Det første".getBytes(StandardCharsets.UTF_8)).close();
			return (System.nanoTime() - began) / 1e6;
		}
	}

	private static double perSecond(ReadingRoom room, Sample file) {
		read(room, file, FILES / 2);
		var began = System.nanoTime();
		read(room, file, FILES);
		return FILES * 1e9 / (System.nanoTime() - began);
	}

	private static void read(ReadingRoom room, Sample file, int times) {
		for (var time = 0; time < times; time++) {
			try (var outcome = room.read(file)) {
				if (outcome.problem().isPresent() || outcome.text().length() < LargeFiles.LEAST_TEXT) {
					throw new IllegalStateException(file + " was not read: " + outcome.problem());
				}
			}
		}
	}

	private static List<Sample> hostile() {
		var files = new ArrayList<>(HostileMaking.naming("http://127.0.0.1:9/x"));
		var many = new LinkedHashMap<String, byte[]>();
		for (var number = 0; number < 10_000; number++) {
			many.put("file-%d.txt".formatted(number), Integer.toString(number).getBytes(StandardCharsets.UTF_8));
		}
		Stream
			.of(Map.entry("bomb.zip", Making.zip(Map.of("zeros.txt", new byte[256 << 20]))),
					Map.entry("bomb.docx",
							HostileMaking.wordFile("<w:p><w:r><w:t>" + "a".repeat(60 << 20) + "</w:t></w:r></w:p>",
									"")),
					Map.entry("many.zip", Making.zip(many)), Map.entry("endless.pdf", HostileMaking.endlessPdf()),
					Map.entry("nested.zip", HostileMaking.nested((inner) -> Making.zip(Map.of("a.zip", inner)))),
					Map.entry("long.txt", "æble ".repeat(4 << 20).getBytes(StandardCharsets.UTF_8)))
			.forEach((file) -> files.add(new Sample(file.getKey(), "", file.getValue(), "", List.of(), "")));
		return files;
	}

	/** At its highest, beside what it was before. */
	private static double growth(List<Sample> hostile) {
		try (var room = new ReadingRoom(ReadingRoom.patientFor(PATIENCE))) {
			room.read("note.txt", "text/plain", new byte[] { 'a' }).close();
			System.gc();
			var before = resident();
			var highest = new AtomicLong(before);
			var over = new AtomicBoolean();
			var watch = Thread.ofPlatform().daemon().start(() -> {
				while (!over.get()) {
					highest.accumulateAndGet(resident(), Math::max);
				}
			});
			hostile.forEach((file) -> attempt(room, file));
			over.set(true);
			join(watch);
			return (highest.get() - before) / 1e6;
		}
	}

	private static void attempt(ReadingRoom room, Sample file) {
		try {
			room.read(file).close();
		}
		catch (UncheckedIOException ex) {
			System.out.printf("  %s: %s%n", file, ex.getMessage());
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long resident() {
		try {
			Thread.sleep(5);
			return Arrays.stream(Files.readString(Path.of("/proc/self/status")).split("\n"))
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
				.findFirst()
				.orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

}
