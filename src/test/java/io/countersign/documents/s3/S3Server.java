package io.countersign.documents.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.countersign.support.FreePort;

import org.springframework.util.FileSystemUtils;

/**
 * S3Proxy, which keeps objects in a directory: a process of its own, with a classpath of
 * its own, started once for all tests of a JVM. Everybody comes to it by a line that can
 * be cut.
 */
public final class S3Server {

	private static final Path PROGRAM = Path.of("target", "s3", "s3proxy.jar");

	private static final String ACCESS_KEY = "countersign";

	private static final String SECRET_KEY = "a-secret-of-the-tests";

	private final Path directory;

	private final CutLine line;

	private S3Server(Path directory, CutLine line) {
		this.directory = directory;
		this.line = line;
	}

	public static S3Server running() {
		var server = Holder.INSTANCE;
		server.line.mend();
		return server;
	}

	/** A bucket of one's own. */
	public String bucket(String name) {
		try {
			Files.createDirectories(this.directory.resolve(name));
			return name;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How the bucket is reached, with what may be set otherwise. */
	public Map<String, Object> settings(String bucket) {
		return Map.of("countersign.content.store", "s3", "countersign.content.s3.endpoint", endpoint().toString(),
				"countersign.content.s3.region", "here", "countersign.content.s3.bucket", bucket,
				"countersign.content.s3.access-key", ACCESS_KEY, "countersign.content.s3.secret-key", SECRET_KEY,
				"countersign.content.s3.timeout", "5s");
	}

	public BucketAddress address(String bucket) {
		return address(bucket, ACCESS_KEY, SECRET_KEY);
	}

	BucketAddress address(String bucket, String accessKey, String secretKey) {
		return new BucketAddress(Optional.of(endpoint()), "here", bucket, true,
				Optional.of(new BucketAddress.Login(accessKey, secretKey)), Duration.ofSeconds(5));
	}

	private URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.line.port());
	}

	public CutLine line() {
		return this.line;
	}

	/** Where the server keeps an object. */
	public Path object(String bucket, String key) {
		return this.directory.resolve(bucket).resolve(key);
	}

	/** The names of all objects that can be had. */
	public List<String> objects(String bucket) {
		try (var files = Files.list(this.directory.resolve(bucket))) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static S3Server start() {
		try {
			var directory = Files.createTempDirectory("s3");
			var port = FreePort.next();
			var process = process(directory, port);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				process.destroyForcibly();
				FileSystemUtils.deleteRecursively(directory.toFile());
			}));
			awaitAnswer(process, port);
			return new S3Server(Files.createDirectories(directory.resolve("objects")), new CutLine(port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process process(Path directory, int port) throws IOException {
		if (!Files.exists(PROGRAM)) {
			throw new IllegalStateException(
					"%s is missing: mvn process-test-classes brings it".formatted(PROGRAM.toAbsolutePath()));
		}
		var settings = Files.write(directory.resolve("s3proxy.properties"),
				List.of("s3proxy.endpoint=http://127.0.0.1:" + port, "s3proxy.authorization=aws-v4",
						"s3proxy.identity=" + ACCESS_KEY, "s3proxy.credential=" + SECRET_KEY,
						"jclouds.provider=filesystem-nio2", "jclouds.identity=none", "jclouds.credential=none",
						"jclouds.filesystem.basedir=" + Files.createDirectories(directory.resolve("objects"))));
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ProcessBuilder(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-DLOG_LEVEL=warn", "-jar",
				PROGRAM.toString(), "--properties", settings.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
	}

	private static void awaitAnswer(Process process, int port) {
		while (process.isAlive()) {
			try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
				return;
			}
			catch (IOException ex) {
				LockSupport.parkNanos(50_000_000);
			}
		}
		throw new IllegalStateException("The S3 server ended with " + process.exitValue());
	}

	/** Starts the server with its first use. */
	private static final class Holder {

		private static final S3Server INSTANCE = start();

	}

}
