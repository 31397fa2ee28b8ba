package io.countersign.scenario;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The product as another system sees it: its API, with a token of the sandbox tenant. */
public final class ProductApi {

	private final Wire wire = new Wire();

	private final URI product;

	private final URI tenant;

	private volatile @Nullable String token;

	public ProductApi(URI product, URI tenant) {
		this.product = product;
		this.tenant = tenant;
	}

	public URI uri() {
		return this.product;
	}

	public void watch(Correspondent person) {
		put("/watches/" + encoded(person.address()),
				Map.of("folders", List.of("inbox", "sentitems"), "mode", "read-only"));
	}

	public void know(Correspondent person, String level) {
		know(person, level, "Departementet");
	}

	public void know(Correspondent person, String level, String unit) {
		put("/people/" + encoded(person.address()),
				Map.of("displayName", person.displayName(), "level", level, "unit", unit));
	}

	public JsonNode status() {
		return get("/status");
	}

	public JsonNode get(String path) {
		return this.wire.json("GET", at(path), authorized(), Wire.nothing());
	}

	public byte[] bytes(String path) {
		return this.wire.bytes("GET", at(path), authorized(), Wire.nothing());
	}

	public JsonNode put(String path, Object body) {
		return this.wire.json("PUT", at(path), authorized(), Wire.of(body));
	}

	public void delete(String path) {
		this.wire.bytes("DELETE", at(path), authorized(), Wire.nothing());
	}

	public JsonNode post(String path, Object body, String idempotencyKey) {
		var headers = new HashMap<>(authorized());
		headers.put("Idempotency-Key", idempotencyKey);
		return this.wire.json("POST", at(path), headers, Wire.of(body));
	}

	/**
	 * All items of a list, over all its pages. Events are read on after the last one, all
	 * other lists from a cursor, and a parameter that the product does not know would
	 * give the first page for ever.
	 */
	public List<JsonNode> all(String path) {
		var items = new ArrayList<JsonNode>();
		var mark = (path.contains("?") ? "&" : "?") + (path.endsWith("/events") ? "after=" : "cursor=");
		var next = Optional.<String>empty();
		do {
			var here = next;
			var page = get(path + here.map((value) -> mark + encoded(value)).orElse(""));
			page.path("items").forEach(items::add);
			next = Optional.of(page.path("next")).filter(JsonNode::isString).map(JsonNode::asString);
			if (next.isPresent() && next.equals(here)) {
				throw new AssertionError("%s gives the page after %s twice".formatted(path, here.get()));
			}
		}
		while (next.isPresent());
		return items;
	}

	private Map<String, String> authorized() {
		var bearer = this.token;
		if (bearer == null) {
			bearer = new TenantControl(this.tenant).token("api://countersign/.default");
			this.token = bearer;
		}
		return Map.of("Authorization", "Bearer " + bearer, "Content-Type", "application/json");
	}

	private URI at(String path) {
		return this.product.resolve("/api/v1" + path);
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
