package io.countersign.documents.extraction;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The box that the reading process makes for itself, without any around it. */
class ReadingBoxTests {

	private static final List<String> MUST_NOT = List.of("read", "list", "write", "change", "delete", "link",
			"environment", "start", "thread");

	@TempDir
	private Path own;

	@TempDir
	private Path elsewhere;

	@Test
	void AT_01_noFileElsewhereIsReadOrChangedAndNoProgramStarts() throws IOException, InterruptedException {
		var secret = Files.writeString(this.elsewhere.resolve("secret"), "a word");

		var said = attempted(secret, 9);

		// An older kernel has no such box, and the product says so in its log.
		assumeTrue(said.contains("boxed true"), "Landlock is in the kernel from Linux 5.13 on");
		assertThat(said).containsAll(MUST_NOT.stream().map((one) -> one + " refused").toList()).contains("own done");
		assertThat(secret).hasContent("a word");
		assertThat(this.elsewhere).isDirectoryNotContaining((file) -> !file.equals(secret));
	}

	@Test
	void AT_01_noConnectionIsMadeEvenPastTheSocketsOfJava() throws IOException, InterruptedException {
		// An older kernel's box has no door for sockets; what Java refuses by itself is
		// tested elsewhere.
		assumeTrue(version() >= 607, "Landlock knows TCP from Linux 6.7 on");
		var secret = Files.writeString(this.elsewhere.resolve("secret"), "a word");
		try (var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			assertThat(attempted(secret, door.getLocalPort())).contains("boxed true", "connect refused");
		}
	}

	private static int version() {
		var numbers = System.getProperty("os.version").split("[^0-9]+");
		return 100 * Integer.parseInt(numbers[0]) + Integer.parseInt(numbers[1]);
	}

	private List<String> attempted(Path secret, int port) throws IOException, InterruptedException {
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + this.own, "-cp",
				System.getProperty("java.class.path"), Prisoner.class.getName(), secret.toString(),
				Long.toString(ProcessHandle.current().pid()), Integer.toString(port))
			.redirectErrorStream(true)
			.start();
		var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return said.lines().toList();
	}

}
