package io.countersign.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands between the product and the tenant and writes down every request with what it
 * prefers.
 */
public final class Wiretap implements AutoCloseable {

	private static final Set<String> OF_THE_CONNECTION = Set.of("host", "connection", "content-length",
			"transfer-encoding", "upgrade", "expect", "accept-encoding");

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpServer server;

	private final URI tenant;

	private Wiretap(HttpServer server, URI tenant) {
		this.server = server;
		this.tenant = tenant;
	}

	/**
	 * A request as it went over the wire.
	 *
	 * @param path decoded, with its query
	 */
	public record Request(String method, String path, List<String> prefer, Instant at) {

		public boolean changes() {
			return !this.method.equals("GET");
		}

	}

	static Wiretap on(URI tenant) {
		try {
			var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			var tap = new Wiretap(server, tenant);
			server.createContext("/", tap::pass);
			server.start();
			return tap;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI uri() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	/** Every request so far. */
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	/** The requests so far whose decoded path contains these words. */
	public List<Request> requests(String words) {
		return this.requests.stream().filter((one) -> one.path().contains(words)).toList();
	}

	private void pass(HttpExchange exchange) throws IOException {
		try (exchange) {
			var path = exchange.getRequestURI().toString();
			this.requests.add(new Request(exchange.getRequestMethod(), URLDecoder.decode(path, StandardCharsets.UTF_8),
					exchange.getRequestHeaders().getOrDefault("Prefer", List.of()), Instant.now()));
			var request = HttpRequest.newBuilder(URI.create(this.tenant + path))
				.method(exchange.getRequestMethod(),
						BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
			exchange.getRequestHeaders().forEach((name, values) -> {
				if (!OF_THE_CONNECTION.contains(name.toLowerCase())) {
					values.forEach((value) -> request.header(name, value));
				}
			});
			answer(exchange, this.client.send(request.build(), BodyHandlers.ofByteArray()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Links to go on with lead through here again. */
	private void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
		response.headers().map().forEach((name, values) -> {
			if (!OF_THE_CONNECTION.contains(name.toLowerCase()) && !name.startsWith(":")) {
				exchange.getResponseHeaders().put(name, values);
			}
		});
		var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
		var body = json
				? new String(response.body(), StandardCharsets.UTF_8).replace(this.tenant.toString(), uri().toString())
					.getBytes(StandardCharsets.UTF_8)
				: response.body();
		exchange.sendResponseHeaders(response.statusCode(), (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
