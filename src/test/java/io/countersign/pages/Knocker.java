package io.countersign.pages;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.countersign.identity.AppRole;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the doors of a running product, with a session or a token of his own. */
final class Knocker {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	private final House house;

	/** What the product has said to whoever might not, or asked for nothing that is. */
	private final List<String> refusals = new ArrayList<>();

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
		role.actsFor().ifPresent(knocker::fetchTokenOf);
		return knocker;
	}

	int knock(Doors.Knock knock, Doorstep step) {
		return knock(knock.method(), step.fill(knock.path()), knock.contentType(), step.fill(knock.body()));
	}

	/** The status of the answer; its body is not waited for. */
	int knock(String method, String path, String contentType, String body) {
		var form = contentType.equals("application/x-www-form-urlencoded");
		var sent = form ? body + (body.isEmpty() ? "" : "&") + "_csrf=" + encoded(this.csrf) : body;
		var request = HttpRequest.newBuilder(this.house.uri().resolve(path))
			.timeout(Duration.ofMinutes(2))
			.header("Accept", "text/html, application/json, text/event-stream, */*;q=0.1")
			.header("Content-Type", contentType)
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(sent));
		if (!this.bearer.isEmpty()) {
			request.header("Authorization", "Bearer " + this.bearer);
		}
		var answer = send(request.build(), BodyHandlers.ofInputStream());
		try (var said = answer.body()) {
			if (answer.statusCode() >= 400) {
				this.refusals.add(new String(said.readAllBytes(), StandardCharsets.UTF_8));
			}
			return answer.statusCode();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	List<String> refusals() {
		return List.copyOf(this.refusals);
	}

	/** What nobody else may know: its cookie and what its forms carry, or its token. */
	Set<String> secrets() {
		var secrets = this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.map(HttpCookie::getValue)
			.collect(Collectors.toCollection(HashSet::new));
		if (!this.bearer.isEmpty()) {
			secrets.add(this.bearer);
			secrets.add(this.bearer.substring(this.bearer.lastIndexOf('.') + 1));
		}
		else if (!this.csrf.equals("none")) {
			secrets.add(this.csrf);
			secrets.add(unmasked(this.csrf));
		}
		return secrets;
	}

	/** A form carries random bytes, and the token behind them as it differs from them. */
	private static String unmasked(String csrf) {
		var bytes = Base64.getUrlDecoder().decode(csrf);
		var half = bytes.length / 2;
		var token = new byte[half];
		for (var i = 0; i < half; i++) {
			token[i] = (byte) (bytes[i] ^ bytes[half + i]);
		}
		return new String(token, StandardCharsets.UTF_8);
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
		fetchToken(Map.of("grant_type", "client_credentials", "client_id", program, "client_secret", "sandbox", "scope",
				"api://countersign/.default"));
	}

	/** With every scope, of which the product has to leave what the person may do. */
	private void fetchTokenOf(Role person) {
		var scopes = Arrays.stream(AppRole.values())
			.map((role) -> "api://countersign/" + role.authority())
			.collect(Collectors.joining(" "));
		var back = "http://localhost/back";
		var answer = post("/sandbox/oauth2/v2.0/authorize", Map.of("client_id", "case-system", "redirect_uri", back,
				"response_type", "code", "scope", scopes, "person", person.address()));
		var code = answer.headers().firstValue("Location").orElseThrow().split("code=")[1];
		fetchToken(Map.of("grant_type", "authorization_code", "client_id", "case-system", "client_secret", "sandbox",
				"redirect_uri", back, "code", URLDecoder.decode(code, StandardCharsets.UTF_8)));
	}

	private void fetchToken(Map<String, String> form) {
		this.bearer = new JsonMapper().readTree(post("/sandbox/oauth2/v2.0/token", form).body())
			.path("access_token")
			.asString();
	}

	private HttpResponse<String> post(String place, Map<String, String> form) {
		var said = form.entrySet()
			.stream()
			.map((one) -> one.getKey() + "=" + encoded(one.getValue()))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(this.house.tenant().resolve(place))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(said))
			.build(), BodyHandlers.ofString());
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
