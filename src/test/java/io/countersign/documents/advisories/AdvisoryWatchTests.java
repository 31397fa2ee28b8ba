package io.countersign.documents.advisories;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpServer;
import io.countersign.support.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.tika.Tika;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known against the libraries that read files is told, and nothing else is. */
@ExtendWith(OutputCaptureExtension.class)
@Isolated("It listens to the log of the whole JVM.")
class AdvisoryWatchTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String PDFBOX = "GHSA-pdf-box";

	private final MovingClock clock = new MovingClock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private HttpServer server;

	private volatile int status = 200;

	private volatile List<String> asked = List.of();

	AdvisoryWatchTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void somethingIsKnownAgainstPdfBox() {
		this.server.createContext("/v1/querybatch", (exchange) -> {
			var queries = JSON.readTree(exchange.getRequestBody().readAllBytes()).path("queries");
			this.asked = queries.valueStream().map(AdvisoryWatchTests::named).toList();
			var answer = this.asked.stream()
				.map((one) -> one.startsWith("org.apache.pdfbox:pdfbox:")
						? "{\"vulns\":[{\"id\":\"%s\",\"modified\":\"2026-11-26T00:00:00Z\"}]}".formatted(PDFBOX)
						: "{}")
				.collect(Collectors.joining(",", "{\"results\":[", "]}"))
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, answer.length);
			try (var body = exchange.getResponseBody()) {
				body.write(answer);
			}
		});
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	@Test
	void AT_10_whatReadsFilesIsAskedAboutWithItsVersionAndNothingElseIsSaid() throws InterruptedException {
		watch(Set.of()).look();

		assertThat(this.asked)
			.contains("org.apache.tika:tika-core:" + Tika.getString().replaceAll("[^0-9.]", ""),
					"org.apache.poi:poi-ooxml:" + org.apache.poi.Version.getVersion(),
					"org.apache.pdfbox:pdfbox:" + org.apache.pdfbox.util.Version.getVersion(),
					"org.apache.commons:commons-compress:"
							+ ZipArchiveEntry.class.getPackage().getImplementationVersion())
			.anyMatch((one) -> one.startsWith("org.apache.tika:tika-parser-pdf-module:"))
			.doesNotHaveDuplicates()
			.allMatch((one) -> one.matches("[a-z0-9.-]+:[a-z0-9.-]+:[0-9][A-Za-z0-9.-]*"));
	}

	@Test
	void AT_10_anAdvisoryRaisesAnAlarmOnceUntilSomebodyHasAcceptedIt(CapturedOutput output)
			throws InterruptedException {
		var watch = watch(Set.of());
		assertThat(alarm()).isNaN();
		watch.look();
		watch.look();

		assertThat(alarm()).isOne();
		assertThat(output).containsOnlyOnce(PDFBOX).contains("org.apache.pdfbox:pdfbox:");
		this.meters.clear();
		watch(Set.of(PDFBOX)).look();
		assertThat(alarm()).isZero();
	}

	@Test
	void AT_10_whoeverDoesNotAnswerLeavesTheAlarmAsItWasForThreeDays(CapturedOutput output)
			throws InterruptedException {
		var watch = watch(Set.of());
		watch.look();
		this.status = 503;
		this.clock.move(Duration.ofDays(2));
		watch.look();
		assertThat(alarm()).isOne();
		assertThat(output).contains("answered 503");

		this.clock.move(Duration.ofDays(2));
		watch.look();
		assertThat(alarm()).isNaN();
	}

	@Test
	void DP_06_withoutASourceNobodyIsAsked() throws InterruptedException {
		new AdvisoryWatch(new AdvisoryProperties(null, Set.of()), this.clock, this.meters).look();

		assertThat(this.asked).isEmpty();
		assertThat(alarm()).isNaN();
	}

	private AdvisoryWatch watch(Set<String> accepted) {
		var source = URI.create("http://127.0.0.1:%d/v1/querybatch".formatted(this.server.getAddress().getPort()));
		return new AdvisoryWatch(new AdvisoryProperties(source, accepted), this.clock, this.meters);
	}

	private double alarm() {
		return this.meters.get("countersign.extraction.advisories").gauge().value();
	}

	private static String named(JsonNode query) {
		assertThat(query.at("/package/ecosystem").asString()).isEqualTo("Maven");
		return "%s:%s".formatted(query.at("/package/name").asString(), query.path("version").asString());
	}

}
