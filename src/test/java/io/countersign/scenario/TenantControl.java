package io.countersign.scenario;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
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
		var item = this.wire
			.json("POST",
					at("/control/mailboxes/%s/messages?folder=%s&received=%s".formatted(encoded(owner.address()),
							folder, received)),
					Map.of("Content-Type", "message/rfc822"), BodyPublishers.ofByteArray(mime));
		return item.path("immutableId").asString();
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

	public void fault(Map<String, ?> fault) {
		this.wire.bytes("POST", at("/control/faults"), JSON_BODY, Wire.of(fault));
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
