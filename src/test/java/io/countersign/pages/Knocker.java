package io.countersign.pages;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** Somebody at the doors of a running product, with a session or a token of his own. */
final class Knocker {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private final House house;

	private String csrf = "none";

	private String bearer = "";

	private Knocker(House house) {
		this.house = house;
	}

	static Knocker of(Role role, House house) {
		var knocker = new Knocker(house);
		if (role.isPerson()) {
			knocker.signIn(role);
		}
		role.program().ifPresent(knocker::fetchToken);
		return knocker;
	}

	/** The status of the answer; its body is not waited for. */
	int knock(String method, String path, String contentType, String body) {
		var form = contentType.equals("application/x-www-form-urlencoded");
		var sent = form ? body + (body.isEmpty() ? "" : "&") + "_csrf=" + encoded(this.csrf) : body;
		var request = HttpRequest.newBuilder(this.house.uri().resolve(path))
			.timeout(Duration.ofMinutes(2))
			.header("Accept", "text/html, application/json, text/event-stream, */*;q=0.1")
			.header("Content-Type", contentType)
			.header("Idempotency-Key", "once")
			.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
		if (!this.bearer.isEmpty()) {
			request.header("Authorization", "Bearer " + this.bearer);
		}
		var answer = send(request.build(), BodyHandlers.ofInputStream());
		try {
			answer.body().close();
			return answer.statusCode();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The whole answer; where it leads is not followed. */
	HttpResponse<byte[]> get(URI place) {
		return send(HttpRequest.newBuilder(this.house.uri().resolve(place)).header("Accept", "*/*").build(),
				BodyHandlers.ofByteArray());
	}

	/** An answer that goes on, after its head has come. */
	HttpResponse<InputStream> listen(String path) {
		return send(
				HttpRequest.newBuilder(this.house.uri().resolve(path)).header("Accept", "text/event-stream").build(),
				BodyHandlers.ofInputStream());
	}

	private void signIn(Role role) {
		var page = followed(this.house.uri().resolve("/"));
		var answer = "person=" + encoded(role.address());
		var back = send(HttpRequest.newBuilder(page.uri())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(answer))
			.build(), BodyHandlers.ofString());
		followed(URI.create(back.headers().firstValue("Location").orElseThrow()));
		var board = followed(this.house.uri().resolve("/"));
		var token = TOKEN.matcher(board.body());
		if (!token.find()) {
			throw new AssertionError("No form on the page of %s: %s".formatted(role, board.body()));
		}
		this.csrf = token.group(1);
	}

	private HttpResponse<String> followed(URI uri) {
		var answer = send(HttpRequest.newBuilder(uri).header("Accept", "text/html").build(), BodyHandlers.ofString());
		return (answer.statusCode() / 100 == 3)
				? followed(uri.resolve(answer.headers().firstValue("Location").orElseThrow())) : answer;
	}

	private void fetchToken(String program) {
		var form = Map
			.of("grant_type", "client_credentials", "client_id", program, "client_secret", "sandbox", "scope",
					"api://countersign/.default")
			.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + encoded(one.getValue()))
			.collect(Collectors.joining("&"));
		var answer = send(HttpRequest.newBuilder(this.house.tenant().resolve("/sandbox/oauth2/v2.0/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
		this.bearer = new JsonMapper().readTree(answer.body()).path("access_token").asString();
	}

	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.client.send(request, handler);
		}
		catch (IOException ex) {
			throw new AssertionError("%s %s".formatted(request.method(), request.uri()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
