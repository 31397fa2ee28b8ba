package io.countersign.scenario;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The control API of the sandbox tenant: who works there, what arrives, what fails. */
public final class TenantControl {

	private static final Map<String, String> JSON_BODY = Map.of("Content-Type", "application/json");

	private final Wire wire = new Wire();

	private final URI tenant;

	public TenantControl(URI tenant) {
		this.tenant = tenant;
	}

	public URI uri() {
		return this.tenant;
	}

	public void employ(Correspondent person, String jobTitle) {
		this.wire.bytes("PUT", at("/control/people/" + encoded(person.address())), JSON_BODY,
				Wire.of(Map.of("displayName", person.displayName(), "jobTitle", jobTitle, "department", "Departementet",
						"mailbox", true)));
	}

	/** Leaves the organisation, and the mailbox goes too. */
	public void dismiss(Correspondent person) {
		this.wire.bytes("DELETE", at("/control/people/" + encoded(person.address())), Map.of(), Wire.nothing());
	}

	/** Puts the letter into Sent Items of its author and the inbox of each receiver. */
	public void send(Letter letter) {
		send(letter, Instant.now());
	}

	public void send(Letter letter, Instant received) {
		if (isOurs(letter.from())) {
			place(letter.from(), "sentitems", letter.bytes(), received);
		}
		Stream.concat(letter.to().stream(), letter.cc().stream())
			.filter(TenantControl::isOurs)
			.forEach((receiver) -> place(receiver, "inbox", letter.bytes(), received));
	}

	/** Stores exactly these bytes and answers the item's immutable id. */
	public String place(Correspondent owner, String folder, byte[] mime, Instant received) {
		return place(owner, folder, mime, received, received);
	}

	/**
	 * Whoever puts it there says when it came, and Exchange says when it was put there.
	 */
	public String place(Correspondent owner, String folder, byte[] mime, Instant received, Instant created) {
		var item = this.wire.json("POST",
				at("/control/mailboxes/%s/messages?folder=%s&received=%s&created=%s".formatted(encoded(owner.address()),
						folder, received, created)),
				Map.of("Content-Type", "message/rfc822"), BodyPublishers.ofByteArray(mime));
		return item.path("immutableId").asString();
	}

	/** A rule of the owner moves his copy of the letter. */
	public void move(Correspondent owner, Letter letter, String folder) {
		var messages = "/v1.0/users/%s/messages".formatted(encoded(owner.address()));
		var graph = Map.of("Authorization", "Bearer " + token("https://graph.microsoft.com/.default"), "Content-Type",
				"application/json");
		var filter = encoded("internetMessageId eq '%s'".formatted(letter.messageId()));
		var copy = this.wire.json("GET", at(messages + "?$select=id&$filter=" + filter), graph, Wire.nothing())
			.path("value")
			.path(0)
			.path("id")
			.asString();
		this.wire.bytes("POST", at("%s/%s/move".formatted(messages, encoded(copy))), graph,
				Wire.of(Map.of("destinationId", folder)));
	}

	/**
	 * A token of the tenant for this scope, by client credentials (RFC 6749 section 4.4).
	 */
	public String token(String scope) {
		var form = "grant_type=client_credentials&client_id=sandbox-admin&client_secret=sandbox&scope="
				+ encoded(scope);
		return this.wire
			.json("POST", at("/sandbox/oauth2/v2.0/token"), Map.of("Content-Type", "application/x-www-form-urlencoded"),
					BodyPublishers.ofString(form))
			.path("access_token")
			.asString();
	}

	/** Tells every subscriber of an event in the life of his subscription. */
	public void lifecycle(String event) {
		this.wire.bytes("POST", at("/control/lifecycle"), JSON_BODY, Wire.of(Map.of("event", event)));
	}

	/** Everything in a mailbox, by item: what a change of any kind would alter. */
	public Map<String, String> snapshot(Correspondent owner) {
		var items = this.wire.json("GET", at("/control/mailboxes/%s/snapshot".formatted(encoded(owner.address()))),
				Map.of(), Wire.nothing());
		var snapshot = new LinkedHashMap<String, String>();
		items.forEach((item) -> snapshot.put(item.path("id").asString(), item.toString()));
		return snapshot;
	}

	public List<JsonNode> sent() {
		return this.wire.json("GET", at("/control/sent"), Map.of(), Wire.nothing()).valueStream().toList();
	}

	public List<JsonNode> requests() {
		return this.wire.json("GET", at("/control/requests"), Map.of(), Wire.nothing()).valueStream().toList();
	}

	/** How many requests the product has made so far. */
	public long requestCount() {
		return this.wire.json("GET", at("/control/requests/count"), Map.of(), Wire.nothing()).path("count").asLong();
	}

	/** How many calls the product has made at a time in one mailbox, where most. */
	public int highestConcurrency() {
		return this.wire.json("GET", at("/control/concurrency"), Map.of(), Wire.nothing()).path("highest").asInt();
	}

	/**
	 * Puts a file behind a sharing link, or its next version.
	 * @param habits what it does other than a file does, as the tenant's drive has it
	 */
	public void share(URI address, String name, byte[] bytes, Map<String, String> habits) {
		var query = new StringBuilder("?address=%s&name=%s".formatted(encoded(address.toString()), encoded(name)));
		habits.forEach((habit, value) -> query.append("&%s=%s".formatted(habit, encoded(value))));
		this.wire.bytes("PUT", at("/control/drive" + query), Map.of("Content-Type", "application/octet-stream"),
				BodyPublishers.ofByteArray(bytes));
	}

	/** Opens a chat and answers its id. */
	public String chat(String topic, Correspondent... members) {
		var chat = Map.of("topic", topic, "members", Stream.of(members).map(Correspondent::address).toList());
		return this.wire.json("POST", at("/control/chats"), JSON_BODY, Wire.of(chat)).path("id").asString();
	}

	/**
	 * Somebody writes into a chat; answers the id of the message.
	 * @param message as the control API takes it
	 */
	public String say(String chat, Map<String, ?> message) {
		return this.wire
			.json("POST", at("/control/chats/%s/messages".formatted(encoded(chat))), JSON_BODY, Wire.of(message))
			.path("id")
			.asString();
	}

	/** Its author writes it differently. */
	public void edit(String chat, String message, String text) {
		this.wire.bytes("PATCH", inChat(chat, message), JSON_BODY, Wire.of(Map.of("text", text)));
	}

	public void delete(String chat, String message) {
		this.wire.bytes("DELETE", inChat(chat, message), Map.of(), Wire.nothing());
	}

	public void react(String chat, String message, Correspondent by) {
		this.wire.bytes("POST", this.tenant.resolve(inChat(chat, message) + "/reactions"), JSON_BODY,
				Wire.of(Map.of("from", by.address(), "type", "like")));
	}

	private URI inChat(String chat, String message) {
		return at("/control/chats/%s/messages/%s".formatted(encoded(chat), encoded(message)));
	}

	public void fault(Map<String, ?> fault) {
		this.wire.bytes("POST", at("/control/faults"), JSON_BODY, Wire.of(fault));
	}

	/**
	 * How mail leaves.
	 * @param sentDelay how much later than its sending a copy shows in Sent Items
	 * @param changesId whether the copy has another id than the draft
	 */
	public void transport(Duration sentDelay, boolean changesId) {
		this.wire.bytes("PUT", at("/control/transport"), JSON_BODY,
				Wire.of(Map.of("sentDelay", sentDelay.toMillis(), "sentId", changesId ? "changed" : "same")));
	}

	/** Sets habits of the tenant and leaves the others. */
	public void habit(Map<String, ?> habits) {
		this.wire.bytes("PUT", at("/control/habits"), JSON_BODY, Wire.of(habits));
	}

	public void heal() {
		this.wire.bytes("DELETE", at("/control/faults"), Map.of(), Wire.nothing());
	}

	private static boolean isOurs(Correspondent person) {
		return person.address().endsWith("@min.example");
	}

	private URI at(String path) {
		return this.tenant.resolve(path);
	}

	private static String encoded(String address) {
		return URLEncoder.encode(address, StandardCharsets.UTF_8);
	}

}
