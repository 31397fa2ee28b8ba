package io.countersign.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, which a test may measure or kill. */
public final class ProductProcess implements AutoCloseable {

	private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

	private final Process process;

	private final URI readiness;

	private final Path log;

	private ProductProcess(Process process, URI readiness, Path log) {
		this.process = process;
		this.readiness = readiness;
		this.log = log;
	}

	/** Starts it on the class path of this JVM. */
	public static ProductProcess start(String mainClass, List<String> jvmOptions, Map<String, ?> properties,
			int managementPort, Path log) {
		return start(System.getProperty("java.class.path"), mainClass, jvmOptions, properties, managementPort, log);
	}

	/**
	 * Starts it.
	 * @param mainClass the product's own, or one that wraps it
	 * @param log where its output goes; what is there is kept
	 */
	public static ProductProcess start(String classPath, String mainClass, List<String> jvmOptions,
			Map<String, ?> properties, int managementPort, Path log) {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(jvmOptions);
		command.addAll(List.of("-classpath", classPath, mainClass));
		properties.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		command.add("--management.server.port=" + managementPort);
		try {
			var process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
				.start();
			var readiness = URI.create("http://localhost:%d/actuator/health/readiness".formatted(managementPort));
			return new ProductProcess(process, readiness, log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits for readiness. Answers false when the process ended before it was ready. */
	public boolean becomesReady() throws InterruptedException {
		var until = Instant.now().plus(STARTS_WITHIN);
		try (var client = HttpClient.newHttpClient()) {
			while (Instant.now().isBefore(until)) {
				if (!this.process.isAlive()) {
					return false;
				}
				if (answersReady(client)) {
					return true;
				}
				Thread.sleep(100);
			}
		}
		throw new AssertionError("Not ready after %s:%n%s".formatted(STARTS_WITHIN, lastLines()));
	}

	/** Writes a line to its standard input. */
	public void tell(String line) {
		try {
			this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	public boolean endsWithin(Duration patience) throws InterruptedException {
		return this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** {@code kill -9}: no hook runs, no connection is closed. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!endsWithin(Duration.ofSeconds(20))) {
				kill();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.process.destroyForcibly();
		}
	}

	public String lastLines() {
		try {
			var lines = Files.readAllLines(this.log);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean answersReady(HttpClient client) {
		var request = HttpRequest.newBuilder(this.readiness).timeout(Duration.ofSeconds(5)).build();
		try {
			return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
