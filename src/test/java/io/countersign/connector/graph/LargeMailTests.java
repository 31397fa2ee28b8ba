package io.countersign.connector.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.connector.Connected;
import io.countersign.documents.Documents;
import io.countersign.identity.Secret;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.support.HeapPeak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail with a large file goes from Graph into the store as a stream. */
@Isolated("It measures the heap, which is everybody's.")
class LargeMailTests {

	private static final int SIZE = 140_000_000;

	private final Connected office = Connected.office();

	private HttpServer graph;

	@BeforeEach
	void open() throws IOException {
		this.graph = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.graph.createContext("/token",
				(exchange) -> answer(exchange, "application/json", LargeMailTests::writeToken));
		this.graph.createContext("/v1.0/", (exchange) -> answer(exchange, "text/plain", LargeMailTests::writeMail));
		this.graph.start();
	}

	@AfterEach
	void close() {
		this.graph.stop(0);
	}

	@Test
	void IN_12_aMailOf140MegabytesFromGraphGrowsTheHeapByLessThan128() throws IOException {
		var mail = mail();
		var anna = Connected.address(this.office.somebody());
		var most = new HeapPeak();
		Message read;
		try (var _ = most) {
			var item = "AAkALgAA" + UUID.randomUUID();
			try (var mime = mail.mime(anna, item)) {
				var id = this.office.bean(Intake.class)
					.receive(Arrival.live(anna, Folder.INBOX, item, Instant.now(), preview()), mime);
				await().atMost(Duration.ofMinutes(3))
					.until(() -> this.office.bean(Messages.class).find(id).isPresent());
				read = this.office.bean(Messages.class).get(id);
			}
		}

		assertThat(most.growth()).isLessThan(128L << 20);
		assertThat(read.parts()).singleElement()
			.satisfies(
					(part) -> assertThat(this.office.bean(Documents.class).find(part.document()).orElseThrow().size())
						.isEqualTo(SIZE));
	}

	private GraphMail mail() {
		var address = "http://localhost:" + this.graph.getAddress().getPort();
		var properties = new GraphProperties(URI.create(address + "/v1.0"), null, "id", new Secret("secret"), null,
				URI.create(address + "/token"), null, 50, Duration.ofDays(3), Duration.ofMinutes(1),
				Duration.ofMinutes(2), Duration.ofMinutes(15), 1_000, null);
		var clock = Clock.systemUTC();
		var client = new GraphConfiguration().graphServiceClient(properties, clock);
		var calls = new GraphCalls(new MailboxRests(this.office.sql(), clock));
		return new GraphMail(client, calls, new GraphJson(client, calls), properties);
	}

	private static Preview preview() {
		return new Preview("Large", Optional.empty(), Optional.empty(), List.of(), List.of(), Threading.NONE,
				Optional.empty(), List.of(), Content.NONE, true, false, Optional.empty());
	}

	private static void answer(HttpExchange exchange, String type, Writing writing) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.sendResponseHeaders(200, 0);
			writing.to(exchange.getResponseBody());
		}
	}

	private static void writeToken(OutputStream out) throws IOException {
		out.write("{\"access_token\":\"t\",\"expires_in\":300}".getBytes(StandardCharsets.US_ASCII));
	}

	private static void writeMail(OutputStream out) throws IOException {
		out.write(("From: Dan <dan@min.example>\r\nSubject: Large\r\nMessage-ID: <%s@min.example>\r\n"
				+ "MIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=large.bin\r\n"
				+ "Content-Transfer-Encoding: base64\r\n\r\n")
			.formatted(UUID.randomUUID())
			.getBytes(StandardCharsets.US_ASCII));
		try (var base64 = Base64.getMimeEncoder().wrap(out)) {
			var block = new byte[1 << 16];
			for (var left = SIZE; left > 0; left -= block.length) {
				base64.write(block, 0, Math.min(left, block.length));
			}
		}
	}

	/** Writes an answer. */
	@FunctionalInterface
	private interface Writing {

		void to(OutputStream out) throws IOException;

	}

}
