package io.countersign.documents;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The reading process under the eyes of strace, without the box that the platform puts
 * around it elsewhere: every file it opens and every connection it begins while hostile
 * files run.
 */
@Execution(ExecutionMode.CONCURRENT)
class WatchedReadingTests {

	private static final Path STRACE = Path.of("/usr/bin/strace");

	private static final Pattern OPENED = Pattern.compile("\\bopen(?:at)?\\([^\"]*\"([^\"]*)\", ([A-Z_|]+)");

	/** It names a place to the kernel and reads nothing there. */
	private static final String AS_PLACE = "O_PATH";

	private static final String SECRET = "a word that stands in no file but this";

	@TempDir
	private static Path place;

	private static List<String> calls = List.of();

	private static String texts = "";

	@BeforeAll
	static void readsHostileFiles() throws IOException {
		// Nothing else shows what a process opens, and strace is not on every machine.
		assumeTrue(Files.isExecutable(STRACE), "apt-get install strace brings what watches the process");
		Files.writeString(place.resolve("secret"), SECRET);
		var log = place.resolve("calls");
		var watch = List.of(STRACE.toString(), "-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e",
				"trace=open,openat,connect,bind,sendto,execve", "-o", log.toString());
		var read = new StringBuilder();
		try (var room = new ReadingRoom(new ExtractionProperties(true, 1, Duration.ofMillis(200), watch,
				ReadingRoom.patientFor(Duration.ofSeconds(20))))) {
			for (var sample : hostile().toList()) {
				try (var outcome = room.read(sample)) {
					read.append(outcome.text()).append(outcome.remarks()).append(outcome.problem());
				}
				catch (UncheckedIOException ex) {
					assertThat(ex).hasCauseInstanceOf(ReadingProcess.TookTooLong.class);
				}
			}
		}
		texts = read.toString();
		calls = Files.readAllLines(log);
	}

	@AfterAll
	static void forget() {
		calls = List.of();
	}

	@Test
	void AT_01_noConnectionIsBegun() {
		assertThat(calls).isNotEmpty().noneMatch((call) -> call.contains("AF_INET"));
	}

	@Test
	void AT_01_nothingIsReadButTheProgramAndTheFileItself() {
		var program = Stream
			.concat(Stream.of("/proc/", "/sys/", "/dev/", "/etc/", "/lib", "/usr/", "/opt/",
					System.getProperty("java.home")),
					Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)))
			.toList();
		assertThat(opened("")).isNotEmpty()
			.filteredOn((file) -> program.stream().noneMatch(file::startsWith))
			.allSatisfy((file) -> assertThat(file).startsWith(System.getProperty("java.io.tmpdir") + "/reading"));
		assertThat(texts).doesNotContain(SECRET);
		assertThat(opened("")).doesNotContain(place.resolve("secret").toString());
	}

	@Test
	void AT_01_nothingIsWrittenButInItsOwnDirectory() {
		assertThat(Stream.of("O_WRONLY", "O_RDWR").flatMap((how) -> opened(how).stream()))
			.filteredOn((file) -> !file.startsWith("/dev/") && !file.startsWith("/proc/"))
			.isNotEmpty()
			.allSatisfy((file) -> assertThat(file).startsWith(System.getProperty("java.io.tmpdir") + "/reading"));
	}

	@Test
	void AT_01_noOtherProgramIsStarted() {
		assertThat(calls).filteredOn((call) -> call.contains("execve("))
			.allSatisfy((call) -> assertThat(call).contains(System.getProperty("java.home")));
	}

	private static List<String> opened(String how) {
		return calls.stream()
			.map(OPENED::matcher)
			.filter((call) -> call.find() && call.group(2).contains(how) && !call.group(2).contains(AS_PLACE))
			.map((call) -> call.group(1))
			.toList();
	}

	private static Stream<Sample> hostile() {
		var secret = place.resolve("secret").toUri().toString();
		return Stream
			.of(HostileMaking.naming(secret).stream(), HostileMaking.naming("http://127.0.0.1:9/x").stream(),
					HostileMaking.naming("\\\\127.0.0.1\\x").stream(), carrying())
			.flatMap((some) -> some);
	}

	/** What unpacks, nests or goes on without end; the last one costs its process. */
	private static Stream<Sample> carrying() {
		var many = new LinkedHashMap<String, byte[]>();
		IntStream.range(0, 10_000).forEach((number) -> many.put("../../%d.txt".formatted(number), new byte[1]));
		return Stream.of(sample("bomb.zip", Making.zip(Map.of("../../../x", new byte[1 << 20]))),
				sample("many.zip", Making.zip(many)),
				sample("deep.zip", HostileMaking.nested((inner) -> Making.zip(Map.of("/etc/a.zip", inner)))),
				sample("deep.7z", HostileMaking.nested((inner) -> Making.sevenZip(Map.of("../a.7z", inner)))),
				sample("winmail.dat", HostileMaking.nested((inner) -> OutlookMaking.tnef("Bilag", "../x.dat", inner))),
				sample("a.msg", OutlookMaking.msg(Prose.DA, "../../a.txt", new byte[] { 'a' }, Prose.EN)),
				sample("a.p7m", OutlookMaking.signed(Making.eml("../a.txt", "text/plain", new byte[] { 'a' }))),
				sample("endless.pdf", HostileMaking.endlessPdf()));
	}

	private static Sample sample(String name, byte[] bytes) {
		return new Sample(name, "", bytes, "", List.of(), "");
	}

}
