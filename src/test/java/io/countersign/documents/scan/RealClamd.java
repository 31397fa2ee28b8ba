package io.countersign.documents.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.support.FreePort;

import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/** A clamd of Debian that knows one signature of our own. */
final class RealClamd implements AutoCloseable {

	static final int LARGEST_STREAM = 1 << 20;

	static final int LARGEST_FILE = 500 << 10;

	private final Path directory;

	private final int port;

	private final Process process;

	private RealClamd(Path program, Path directory, int port) throws IOException {
		this.directory = directory;
		this.port = port;
		Files.writeString(directory.resolve("eicar.ndb"),
				"Eicar-Test:0:*:%s\n".formatted(HexFormat.of().formatHex(Eicar.bytes())));
		Files.write(directory.resolve("clamd.conf"),
				List.of("Foreground yes", "DatabaseDirectory " + directory, "TCPAddr 127.0.0.1", "TCPSocket " + port,
						"LocalSocket " + socket(), "StreamMaxLength " + LARGEST_STREAM, "MaxFileSize " + LARGEST_FILE,
						"AlertExceedsMax yes", "MaxThreads 2"));
		this.process = new ProcessBuilder(program.toString(), "-c", directory.resolve("clamd.conf").toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("out").toFile())
			.start();
		await().atMost(Duration.ofSeconds(60)).until(() -> !this.process.isAlive() || answers());
	}

	/** Nothing where no clamd is installed. */
	static Optional<RealClamd> start() {
		return program().map((program) -> {
			try {
				return new RealClamd(program, Files.createTempDirectory("clamd"), FreePort.next());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	static Optional<Path> program() {
		return Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	ScannerAddress port() {
		return ScannerAddress.parse("tcp://127.0.0.1:" + this.port).orElseThrow();
	}

	ScannerAddress unix() {
		return ScannerAddress.parse("unix:" + socket()).orElseThrow();
	}

	private Path socket() {
		return this.directory.resolve("clamd.sock");
	}

	private boolean answers() {
		try {
			return new Clamd(port(), Duration.ofSeconds(5))
				.scan(InputStream.nullInputStream()) instanceof ScanResult.Clean;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		this.process.destroy();
		this.process.onExit().join();
		FileSystemUtils.deleteRecursively(this.directory);
	}

}
