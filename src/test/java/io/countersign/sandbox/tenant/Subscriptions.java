package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Change notifications: a handshake, hints without promise, and lifecycle events. */
final class Subscriptions implements PostOffice.Listener {

	/** Graph has 100 on a page; here whoever reads only the first misses most of them. */
	private static final int PAGE = 2;

	private final Map<String, Subscription> all = new ConcurrentHashMap<>();

	/** The ids, as they came. */
	private final List<String> made = new CopyOnWriteArrayList<>();

	private final Supplier<URI> tenant;

	private final Habits habits;

	private final Permissions permissions;

	private final Postman postman;

	private final Clock clock;

	volatile boolean dropping;

	Subscriptions(Habits habits, Permissions permissions, Supplier<URI> tenant, Clock clock) {
		this.tenant = tenant;
		this.habits = habits;
		this.permissions = permissions;
		this.postman = new Postman(habits);
		this.clock = clock;
	}

	Answer answer(Call call) {
		var now = this.clock.instant();
		this.all.values().removeIf((one) -> one.expires().isBefore(now));
		if (call.path().size() == 1) {
			return call.is("POST") ? create(call, now) : page(call.number("$skiptoken", 0));
		}
		return Optional.ofNullable(this.all.get(call.path().get(1)))
			.map((known) -> one(known, call, now))
			.orElseGet(() -> Answer.error(404, "ResourceNotFound", "The object was not found."));
	}

	private Answer page(int skip) {
		var json = new LinkedHashMap<String, Object>();
		if (this.all.size() > skip + PAGE) {
			json.put("@odata.nextLink",
					"%s/v1.0/subscriptions?$skiptoken=%d".formatted(this.tenant.get(), skip + PAGE));
		}
		json.put("value",
				this.made.stream()
					.flatMap((id) -> Stream.ofNullable(this.all.get(id)))
					.skip(skip)
					.limit(PAGE)
					.map(Subscription::json)
					.toList());
		return Answer.json(200, json);
	}

	void forget() {
		this.all.clear();
	}

	/**
	 * Tells every subscriber what has become of the subscription, and lets it become so.
	 */
	void lifecycle(String event) {
		for (var subscription : List.copyOf(this.all.values())) {
			switch (event) {
				case "subscriptionRemoved", "expired" -> this.all.remove(subscription.id());
				case "reauthorizationRequired" -> this.all.put(subscription.id(), subscription.pausing(true));
				default -> {
				}
			}
			var address = subscription.word("lifecycleNotificationUrl");
			if (!event.equals("expired") && !address.isEmpty() && subscription.hears(event)) {
				var item = common(subscription);
				item.put("lifecycleEvent", event);
				bring(address, item);
			}
		}
	}

	/** Whatever is new is soon changed too, for the service touches it itself. */
	@Override
	public void changed(Mailbox mailbox, Item item, String changeType) {
		var resource = "Users/%s/Messages/%s".formatted(mailbox.owner.id(), item.immutableId);
		var types = changeType.equals("created") ? List.of("created", "updated") : List.of(changeType);
		for (var type : types) {
			concerned(type).filter((one) -> one.concerns(mailbox, item)).forEach((one) -> {
				var hint = common(one);
				hint.put("id", UUID.randomUUID().toString());
				hint.put("changeType", type);
				hint.put("resource", resource);
				hint.put("resourceData", Map.of("@odata.type", "#Microsoft.Graph.Message", "@odata.id", resource,
						"@odata.etag", Shape.etag(item), "id", item.immutableId));
				bring(one.word("notificationUrl"), hint);
			});
		}
	}

	/**
	 * Something happened to a message of a chat.
	 * @param resources what can be subscribed to and has the message in it
	 */
	void chatted(List<String> resources, String chat, String message, String changeType) {
		var resource = "chats('%s')/messages('%s')".formatted(chat, message);
		concerned(changeType).filter((one) -> one.isAbout(resources)).forEach((one) -> {
			var hint = common(one);
			hint.put("id", UUID.randomUUID().toString());
			hint.put("changeType", changeType);
			hint.put("resource", resource);
			hint.put("resourceData",
					Map.of("@odata.type", "#Microsoft.Graph.chatMessage", "@odata.id", resource, "id", message));
			bring(one.word("notificationUrl"), hint);
		});
	}

	private Stream<Subscription> concerned(String changeType) {
		if (this.dropping) {
			return Stream.empty();
		}
		var now = this.clock.instant();
		return this.all.values()
			.stream()
			.filter((one) -> !one.paused() && one.expires().isAfter(now) && one.wants(changeType));
	}

	private Answer one(Subscription known, Call call, Instant now) {
		return switch (call.method()) {
			case "GET" -> Answer.json(200, known.json());
			case "DELETE" -> {
				this.all.remove(known.id());
				yield Answer.empty(204);
			}
			case "POST" -> {
				this.all.put(known.id(), known.pausing(false));
				yield Answer.empty(204);
			}
			default -> known.expiry(call.json(), now).map((end) -> {
				var renewed = known.until(end);
				this.all.put(known.id(), renewed);
				return Answer.json(200, renewed.json());
			}).orElseGet(() -> tooLong(known));
		};
	}

	private Answer create(Call call, Instant now) {
		var wanted = call.json();
		var asked = Subscription.of(wanted, call.app(), now);
		var expires = asked.expiry(wanted, now);
		if (expires.isEmpty()) {
			return tooLong(asked);
		}
		var subscription = asked.until(expires.get());
		if (subscription.lacksLifecycle(now)) {
			return Answer.error(400, "InvalidRequest",
					"lifecycleNotificationUrl is a required property for subscription creation on this resource when "
							+ "the expirationDateTime value is set to greater than 1 hour.");
		}
		if (!mayHear(subscription)) {
			return Answer.error(403, "ExtensionError",
					"Operation: Create; Exception: [Status Code: Forbidden; Reason: Access is denied.]");
		}
		for (var address : List.of("notificationUrl", "lifecycleNotificationUrl")) {
			var fault = wanted.has(address) ? this.postman.shakeHands(wanted.path(address).asString(""))
					: Optional.<String>empty();
			if (fault.isPresent()) {
				return Answer.error(400, "ValidationError", fault.get());
			}
		}
		return this.all.values()
			.stream()
			.filter(subscription::isSameAs)
			.findFirst()
			.map((same) -> Answer.error(409, "Conflict",
					"Subscription Id %s already exists for the requested combination".formatted(same.id())))
			.orElseGet(() -> {
				this.all.put(subscription.id(), subscription);
				this.made.add(subscription.id());
				return Answer.json(201, subscription.json());
			});
	}

	/** The scope of mailboxes does not narrow what is read of Teams. */
	private boolean mayHear(Subscription subscription) {
		var path = Call.of("GET", subscription.resource(), Map.of(), new byte[0]).path();
		return path.size() < 2 || subscription.isAboutChats() || !path.getFirst().equalsIgnoreCase("users")
				|| this.permissions.reaches(subscription.app(), path.get(1));
	}

	private static Answer tooLong(Subscription subscription) {
		return Answer.error(400, "InvalidRequest", "Subscription expiration can only be %d minutes in the future."
			.formatted(subscription.longest().toMinutes()));
	}

	private static Map<String, Object> common(Subscription subscription) {
		var json = new LinkedHashMap<String, Object>();
		json.put("subscriptionId", subscription.id());
		json.put("subscriptionExpirationDateTime", subscription.expires().toString());
		if (!subscription.word("clientState").isEmpty()) {
			json.put("clientState", subscription.word("clientState"));
		}
		json.put("tenantId", Exchange.TENANT);
		return json;
	}

	private void bring(String url, Map<String, Object> item) {
		for (var copy = 0; copy < this.habits.copies; copy++) {
			this.postman.bring(url, item, this.habits.late);
		}
	}

}
