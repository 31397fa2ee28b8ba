package io.countersign.sandbox.tenant;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.TenantControl;
import io.countersign.scenario.TenantControl;
import tools.jackson.databind.JsonNode;

/**
 * A tenant that begins empty for each test, and a program that speaks plain HTTP with it.
 */
final class Probe implements AutoCloseable {

	static final Correspondent ANNA = Correspondent.of("Anna Holm", "anna@min.example");

	static final Correspondent BO = Correspondent.of("Bo Lind", "bo@min.example");

	private static final byte[] NOTHING = {};

	/** Who uses the one tenant takes turns. */
	static final String LOCK = "the one tenant";

	private static final SandboxTenant SHARED = SandboxTenant.start(0, 0);

	final SandboxTenant tenant = SHARED;

	final TenantControl control = new TenantControl(this.tenant.uri());

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String token = token();

	Probe() {
		this.control.employ(ANNA, "Minister");
		this.control.employ(BO, "Departementschef");
	}

	/** What came back. */
	record Reply(int status, Map<String, List<String>> headers, byte[] bytes) {

		JsonNode json() {
			return Answer.JSON.readTree(this.bytes);
		}

		String text() {
			return new String(this.bytes, StandardCharsets.UTF_8);
		}

		String header(String name) {
			return this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).getFirst();
		}

		String code() {
			return json().path("error").path("code").asString();
		}

	}

	private String token() {
		return new TenantControl(this.tenant.uri()).token("https://graph.microsoft.com/.default");
	}

	Reply get(String path, String... headers) {
		return exchange("GET", path, NOTHING, headers);
	}

	/** Without a body, as the SDK posts an action without parameters. */
	Reply post(String path) {
		return exchange("POST", path, NOTHING);
	}

	Reply post(String path, Object body, String... headers) {
		return exchange("POST", path, body, headers);
	}

	Reply patch(String path, Object body, String... headers) {
		return exchange("PATCH", path, body, headers);
	}

	Reply put(String path, Object body, String... headers) {
		return exchange("PUT", path, body, headers);
	}

	Reply delete(String path) {
		return exchange("DELETE", path, NOTHING);
	}

	/** With the program's token, unless the address is not Graph's. */
	Reply exchange(String method, String path, Object body, String... headers) {
		try {
			var response = this.client.send(request(method, path, body, headers), BodyHandlers.ofByteArray());
			return reply(response);
		}
		catch (IOException ex) {
			return new Reply(0, Map.of(), String.valueOf(ex.getMessage()).getBytes(StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	List<Reply> atOnce(int times, String path) {
		var running = new ArrayList<CompletableFuture<Reply>>();
		for (var i = 0; i < times; i++) {
			running.add(this.client.sendAsync(request("GET", path, NOTHING), BodyHandlers.ofByteArray())
				.thenApply(Probe::reply));
		}
		return running.stream().map(CompletableFuture::join).toList();
	}

	void habit(Map<String, ?> habits) {
		put("/control/habits", habits);
	}

	/** All rows of a delta round, and its last answer. */
	Round round(String link, String... headers) {
		var rows = new ArrayList<JsonNode>();
		var pages = new ArrayList<Integer>();
		for (var next = link;;) {
			var page = get(next, headers).json();
			page.path("value").forEach(rows::add);
			pages.add(page.path("value").size());
			if (page.has("@odata.deltaLink")) {
				return new Round(rows, pages, page.path("@odata.deltaLink").asString());
			}
			next = page.path("@odata.nextLink").asString();
		}
	}

	record Round(List<JsonNode> rows, List<Integer> pages, String deltaLink) {

		List<String> ids() {
			return this.rows.stream().map((row) -> row.path("id").asString()).toList();
		}

		List<String> removed() {
			return this.rows.stream()
				.filter((row) -> row.has("@removed"))
				.map((row) -> row.path("id").asString())
				.toList();
		}

	}

	/** The raw mails that came into a folder. */
	List<String> mails(Correspondent owner, String folder) {
		var list = get("/v1.0/users/%s/mailFolders/%s/messages?$top=100".formatted(owner.address(), folder)).json();
		return list.path("value")
			.valueStream()
			.map((one) -> get("/v1.0/users/%s/messages/%s/$value".formatted(owner.address(), one.path("id").asString()))
				.text())
			.toList();
	}

	String sentMime(int number) {
		return new String(Base64.getDecoder().decode(this.control.sent().get(number).path("mime").asString()),
				StandardCharsets.UTF_8);
	}

	static Letter letter(String subject, String text) {
		return Letter.of(BO, List.of(ANNA), subject, text, ZonedDateTime.parse("2026-11-24T09:00:00+01:00"));
	}

	String received(Letter letter) {
		return this.control.place(ANNA, "inbox", letter.bytes(), letter.sentAt().toInstant());
	}

	static boolean eventually(BooleanSupplier condition) throws InterruptedException {
		for (var i = 0; i < 100; i++) {
			if (condition.getAsBoolean()) {
				return true;
			}
			Thread.sleep(Duration.ofMillis(50));
		}
		return false;
	}

	@Override
	public void close() {
		this.control.heal();
		delete("/control/habits");
		delete("/control/people");
		this.client.close();
	}

	private HttpRequest request(String method, String path, Object body, String... headers) {
		var uri = URI.create(path.startsWith("http") ? path : this.tenant.uri() + written(path));
		var publisher = switch (body) {
			case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
			case String text -> BodyPublishers.ofString(text);
			default -> BodyPublishers.ofByteArray(Answer.JSON.writeValueAsBytes(body));
		};
		var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).method(method, publisher);
		if (path.contains("/v1.0/")) {
			request.setHeader("Authorization", "Bearer " + this.token);
		}
		for (var i = 0; i < headers.length; i += 2) {
			request.setHeader(headers[i], headers[i + 1]);
		}
		return request.build();
	}

	private static String written(String path) {
		var written = path;
		for (var sign : " '{}<>".split("")) {
			written = written.replace(sign, Call.encoded(sign));
		}
		return written;
	}

	private static Reply reply(HttpResponse<byte[]> response) {
		return new Reply(response.statusCode(), response.headers().map(), response.body());
	}

}
