package io.countersign.sandbox.tenant;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Change notifications: a handshake, hints without promise, and lifecycle events. */
final class Subscriptions implements PostOffice.Listener {

	private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

	private final Map<String, Map<String, Object>> subscriptions = new ConcurrentHashMap<>();

	private final HttpClient client = HttpClient.newHttpClient();

	private final ExecutorService postmen = Executors.newVirtualThreadPerTaskExecutor();

	volatile boolean dropping;

	Answer answer(Call call) {
		var id = (call.path().size() > 1) ? call.path().get(1) : "";
		return switch (call.method()) {
			case "POST" -> create(call);
			case "PATCH" -> renew(id, call);
			case "DELETE" -> (this.subscriptions.remove(id) != null) ? Answer.empty(204) : GraphDoor.notFound();
			default -> Answer.json(200, Map.of("value", List.copyOf(this.subscriptions.values())));
		};
	}

	/** A subscription is forgotten and its owner told so. */
	void lifecycle(String event) {
		for (var subscription : List.copyOf(this.subscriptions.values())) {
			var item = new LinkedHashMap<String, Object>();
			item.put("subscriptionId", subscription.get("id"));
			item.put("clientState", subscription.get("clientState"));
			item.put("lifecycleEvent", event);
			post(String.valueOf(subscription.get("lifecycleNotificationUrl")), Map.of("value", List.of(item)));
			if (event.equals("subscriptionRemoved")) {
				this.subscriptions.remove(String.valueOf(subscription.get("id")));
			}
		}
	}

	@Override
	public void changed(Mailbox mailbox, Item item, String changeType) {
		if (this.dropping) {
			return;
		}
		for (var subscription : this.subscriptions.values()) {
			if (concerns(String.valueOf(subscription.get("resource")), mailbox, item)) {
				post(String.valueOf(subscription.get("notificationUrl")),
						Map.of("value", List.of(notification(subscription, mailbox, item, changeType))));
			}
		}
	}

	private Answer create(Call call) {
		var wanted = Answer.JSON.readTree(call.body());
		for (var name : List.of("notificationUrl", "lifecycleNotificationUrl")) {
			if (wanted.has(name) && !shakesHands(wanted.path(name).asString())) {
				return Answer.error(400, "ValidationError", "Subscription validation request failed for " + name + ".");
			}
		}
		var subscription = new LinkedHashMap<String, Object>();
		wanted.propertyStream().forEach((field) -> subscription.put(field.getKey(), field.getValue().asString()));
		var same = this.subscriptions.values()
			.stream()
			.anyMatch((one) -> Objects.equals(one.get("resource"), subscription.get("resource"))
					&& Objects.equals(one.get("changeType"), subscription.get("changeType")));
		if (same) {
			return Answer.error(409, "Conflict", "Subscription already exists for the same resource and change type.");
		}
		var id = UUID.randomUUID().toString();
		subscription.put("id", id);
		subscription.put("applicationId", "sandbox-admin");
		this.subscriptions.put(id, subscription);
		return Answer.json(201, subscription);
	}

	private Answer renew(String id, Call call) {
		var subscription = this.subscriptions.get(id);
		if (subscription == null) {
			return GraphDoor.notFound();
		}
		var renewed = new LinkedHashMap<>(subscription);
		renewed.put("expirationDateTime", Answer.JSON.readTree(call.body()).path("expirationDateTime").asString());
		this.subscriptions.put(id, renewed);
		return Answer.json(200, renewed);
	}

	private boolean shakesHands(String url) {
		var token = "Validation: Testing client application reachability for subscription Request-Id: "
				+ UUID.randomUUID();
		var uri = URI.create(url + (url.contains("?") ? "&" : "?") + "validationToken="
				+ URLEncoder.encode(token, StandardCharsets.UTF_8));
		var request = HttpRequest.newBuilder(uri)
			.timeout(ANSWERS_WITHIN)
			.header("Content-Type", "text/plain; charset=utf-8")
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		try {
			var response = this.client.send(request, BodyHandlers.ofString());
			return response.statusCode() == 200 && response.body().equals(token);
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean concerns(String resource, Mailbox mailbox, Item item) {
		var lower = resource.toLowerCase(Locale.ROOT);
		return (lower.contains(mailbox.owner.address()) || lower.contains(mailbox.owner.id()))
				&& (!lower.contains("mailfolders") || lower.contains(item.folder));
	}

	private static Map<String, Object> notification(Map<String, Object> subscription, Mailbox mailbox, Item item,
			String changeType) {
		var resource = "Users/%s/Messages/%s".formatted(mailbox.owner.id(), item.immutableId);
		var json = new LinkedHashMap<String, Object>();
		json.put("id", UUID.randomUUID().toString());
		json.put("subscriptionId", subscription.get("id"));
		json.put("subscriptionExpirationDateTime", subscription.get("expirationDateTime"));
		json.put("clientState", subscription.get("clientState"));
		json.put("changeType", changeType);
		json.put("tenantId", "sandbox");
		json.put("resource", resource);
		json.put("resourceData",
				Map.of("@odata.type", "#Microsoft.Graph.Message", "@odata.id", resource, "id", item.immutableId));
		return json;
	}

	private void post(String url, Object body) {
		var request = HttpRequest.newBuilder(URI.create(url))
			.timeout(ANSWERS_WITHIN)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(Answer.JSON.writeValueAsBytes(body)))
			.build();
		this.postmen.submit(() -> this.client.send(request, BodyHandlers.discarding()));
	}

}
