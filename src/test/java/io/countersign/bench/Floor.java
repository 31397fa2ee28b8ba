package io.countersign.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loop somebody would write by hand: the same delta pages, the same MIME, the same
 * rows, and nothing else. Each line on standard input names a round to walk.
 */
final class Floor {

	/** The delta request of the product, word for word. */
	static final String DELTA = "/v1.0/users/%s/mailFolders/inbox/messages/delta?$select=subject,from,sender,"
			+ "toRecipients,ccRecipients,body,internetMessageId,internetMessageHeaders,receivedDateTime,sentDateTime,"
			+ "conversationId,isDraft,hasAttachments&$expand=singleValueExtendedProperties($filter="
			+ "id%%20eq%%20'String%%200x1042'%%20or%%20id%%20eq%%20'String%%200x1039')";

	/** Begins the line that answers a walk. */
	static final String WALKED = "walked";

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI tenant;

	private final String token;

	private final FloorStore store;

	/** A delta round may name an item twice. */
	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger mails = new AtomicInteger();

	private Floor(URI tenant, String token, FloorStore store) {
		this.tenant = tenant;
		this.token = token;
		this.store = store;
	}

	/** {@code tenant token jdbcUrl connections}. */
	public static void main(String[] arguments) throws Exception {
		var pool = new HikariConfig();
		pool.setJdbcUrl(arguments[2]);
		pool.setMaximumPoolSize(Integer.parseInt(arguments[3]));
		try (var database = new HikariDataSource(pool);
				var commands = new BufferedReader(new InputStreamReader(System.in))) {
			var store = new FloorStore(database);
			store.prepare();
			var floor = new Floor(URI.create(arguments[0]), arguments[1], store);
			for (var line = commands.readLine(); line != null; line = commands.readLine()) {
				floor.walk(line.trim(), Integer.parseInt(arguments[3]));
				System.out.printf("%s %d %d%n", WALKED, floor.mails.get(), floor.requests.get());
			}
		}
	}

	private void walk(String round, int workers) throws InterruptedException, ExecutionException {
		try (var pool = Executors.newFixedThreadPool(workers)) {
			var walks = Workload.people(round)
				.stream()
				.map((person) -> pool.submit(() -> walkMailbox(person.address())))
				.toList();
			for (Future<?> walk : walks) {
				walk.get();
			}
		}
	}

	private Void walkMailbox(String mailbox) throws Exception {
		var next = this.tenant.resolve(DELTA.formatted(URLEncoder.encode(mailbox, StandardCharsets.UTF_8)));
		while (next != null) {
			var page = JSON.readTree(get(next));
			for (var row : page.path("value")) {
				take(mailbox, row);
			}
			var link = page.path("@odata.nextLink");
			next = link.isString() ? URI.create(link.asString().replace(" ", "%20")) : null;
		}
		return null;
	}

	private void take(String mailbox, JsonNode row) throws Exception {
		var item = row.path("id").asString();
		if (!this.seen.add(item)) {
			return;
		}
		var received = Instant.parse(row.path("receivedDateTime").asString());
		this.mails.incrementAndGet();
		if (!Workload.asks(row.path("subject").asString())) {
			this.store.ruleOut(item, mailbox, received);
			return;
		}
		var mime = get(this.tenant.resolve("/v1.0/users/%s/messages/%s/$value"
			.formatted(URLEncoder.encode(mailbox, StandardCharsets.UTF_8), item)));
		this.store.keep(FloorMail.of(item, mailbox, row.path("conversationId").asString(), received, mime));
	}

	private byte[] get(URI uri) throws IOException, InterruptedException {
		this.requests.incrementAndGet();
		var request = HttpRequest.newBuilder(uri)
			.header("Authorization", "Bearer " + this.token)
			.header("Prefer", "IdType=\"ImmutableId\"")
			.header("Prefer", "odata.maxpagesize=50")
			.header("Prefer", "outlook.body-content-type=\"text\"")
			.build();
		var response = this.client.send(request, BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new IOException("%s answered %d".formatted(uri, response.statusCode()));
		}
		return response.body();
	}

}
