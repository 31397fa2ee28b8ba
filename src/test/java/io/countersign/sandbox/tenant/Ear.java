package io.countersign.sandbox.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;

/** A notification address that answers as a test wants it to. */
final class Ear implements AutoCloseable {

	final List<String> handshakes = new CopyOnWriteArrayList<>();

	final AtomicInteger refused = new AtomicInteger();

	volatile int status = 200;

	volatile String type = "text/plain";

	volatile boolean answersEncoded;

	volatile long slowMillis;

	private final List<JsonNode> heard = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	Ear() {
		try {
			this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::hear);
		this.server.start();
	}

	String uri(String path) {
		return "http://localhost:%d%s".formatted(this.server.getAddress().getPort(), path);
	}

	List<JsonNode> hints() {
		return this.heard.stream().filter((item) -> item.has("changeType")).toList();
	}

	List<String> lifecycle() {
		return this.heard.stream()
			.filter((item) -> item.has("lifecycleEvent"))
			.map((item) -> item.path("lifecycleEvent").asString())
			.toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void hear(HttpExchange exchange) throws IOException {
		try (exchange) {
			var query = String.valueOf(exchange.getRequestURI().getRawQuery());
			var token = query.indexOf("validationToken=");
			var body = exchange.getRequestBody().readAllBytes();
			var answer = "";
			if (token >= 0) {
				answer = URLDecoder.decode(query.substring(token + "validationToken=".length()),
						StandardCharsets.UTF_8);
				this.handshakes.add(answer);
			}
			else if (this.status < 300) {
				this.heard.addAll(SubscriptionTests.values(new String(body, StandardCharsets.UTF_8)));
			}
			else {
				this.refused.incrementAndGet();
			}
			Throttle.pause(Duration.ofMillis(this.slowMillis));
			exchange.getResponseHeaders().set("Content-Type", this.type);
			var bytes = (this.answersEncoded ? URLEncoder.encode(answer, StandardCharsets.UTF_8) : answer)
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

}
