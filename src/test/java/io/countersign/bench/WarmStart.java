package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import io.countersign.scenario.ProductProcess;
import io.countersign.support.FreePort;

/**
 * Measures how long {@code mvn spring-boot:test-run} takes from the start of its process
 * to readiness: the product with its tenant, its database, and the ministry's morning.
 * The first start, which may find nothing in the caches of the machine, is not counted.
 */
final class WarmStart {

	private static final int STARTS = Integer.getInteger("bench.starts", 5);

	private static final Duration TARGET = Duration.ofSeconds(15);

	private static final String MAIN_CLASS = "io.countersign.sandbox.SandboxApplication";

	/** As the Spring Boot plugin starts it. */
	private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1");

	private WarmStart() {
	}

	public static void main(String[] arguments) throws Exception {
		start();
		var times = new double[STARTS];
		for (var number = 0; number < STARTS; number++) {
			times[number] = start().toMillis() / 1000.0;
		}
		Arrays.sort(times);
		System.out.printf("%nWarm start to readiness: %.1f s (%.1f to %.1f, %d starts, target under %d)%n",
				times[STARTS / 2], times[0], times[STARTS - 1], STARTS, TARGET.toSeconds());
	}

	private static Duration start() throws IOException, InterruptedException {
		var settings = new LinkedHashMap<String, String>();
		settings.put("server.port", Integer.toString(FreePort.next()));
		settings.put("sandbox.port", Integer.toString(FreePort.next()));
		settings.put("sandbox.smtp-port", Integer.toString(FreePort.next()));
		var log = Files.createTempFile("countersign-start", ".log");
		var began = Instant.now();
		try (var product = ProductProcess.start(MAIN_CLASS, JVM, settings, FreePort.next(), log)) {
			if (!product.becomesReady()) {
				throw new IllegalStateException("It did not start:\n" + product.lastLines());
			}
			return Duration.between(began, Instant.now());
		}
	}

}
