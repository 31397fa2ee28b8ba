package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.springframework.web.util.HtmlUtils;

/** Chats of Teams: read through Graph, written through control. */
final class Chats {

	private static final int LARGEST_PAGE = 50;

	private static final Pattern SINCE = Pattern.compile("(?i)lastModifiedDateTime gt (\\S+)");

	private final List<Chat> chats = new CopyOnWriteArrayList<>();

	private final AtomicLong number = new AtomicLong(1_793_000_000_000L);

	private final PostOffice office;

	private final Subscriptions subscriptions;

	private final Supplier<URI> tenant;

	private final Clock clock;

	Chats(PostOffice office, Subscriptions subscriptions, Supplier<URI> tenant, Clock clock) {
		this.office = office;
		this.subscriptions = subscriptions;
		this.tenant = tenant;
		this.clock = clock;
	}

	/** What somebody said; never taken back. */
	record Said(Instant at, Map<String, Object> json) {
	}

	record Chat(String id, String topic, List<String> members, Instant created, List<Said> messages) {
	}

	void forget() {
		this.chats.clear();
	}

	Answer open(JsonNode json) {
		var members = json.path("members").valueStream().map((one) -> one.asString().toLowerCase(Locale.ROOT)).toList();
		var chat = new Chat("19:%s@thread.v2".formatted(UUID.randomUUID().toString().replace("-", "")),
				json.path("topic").asString(""), members, this.clock.instant(), new CopyOnWriteArrayList<>());
		this.chats.add(chat);
		return Answer.json(201, Map.of("id", chat.id()));
	}

	Answer say(String chatId, JsonNode json) {
		return this.chats.stream().filter((chat) -> chat.id().equals(chatId)).findFirst().map((chat) -> {
			var at = json.has("received") ? Instant.parse(json.path("received").asString()) : this.clock.instant();
			var said = said(chat, json, at);
			chat.messages().add(said);
			tell(chat, String.valueOf(said.json().get("id")));
			return Answer.json(201, Map.of("id", said.json().get("id")));
		}).orElseGet(() -> Answer.text(404, "There is no such chat."));
	}

	Answer answer(Call call, List<String> path) {
		if (path.isEmpty() || path.getFirst().equals("getAllMessages")) {
			return page(call, this.chats.stream().flatMap((chat) -> chat.messages().stream()));
		}
		var chat = this.chats.stream().filter((one) -> one.id().equals(path.getFirst())).findFirst();
		if (chat.isEmpty()) {
			return Answer.error(404, "NotFound", "The chat was not found.");
		}
		if (path.size() == 1) {
			return Answer.json(200, json(chat.get()));
		}
		if (!path.get(1).equals("messages")) {
			return GraphDoor.notFound();
		}
		if (call.is("POST")) {
			return Answer.error(403, "Forbidden",
					"Missing role permissions on the request. API requires one of 'Teamwork.Migrate.All'.");
		}
		return (path.size() == 2) ? page(call, chat.get().messages().stream())
				: chat.get()
					.messages()
					.stream()
					.filter((one) -> path.get(2).equals(one.json().get("id")))
					.findFirst()
					.map((one) -> Answer.json(200, one.json()))
					.orElseGet(GraphDoor::notFound);
	}

	Answer ofPerson(Employee person, Call call, List<String> path) {
		var own = this.chats.stream().filter((chat) -> chat.members().contains(person.address())).toList();
		return path.isEmpty() ? Answer.json(200, Map.of("value", own.stream().map(this::json).toList()))
				: page(call, own.stream().flatMap((chat) -> chat.messages().stream()));
	}

	/** Newest first; a filter counts only when the order names the same property. */
	private Answer page(Call call, Stream<Said> said) {
		var since = SINCE.matcher(call.parameter("$filter"));
		var ordered = call.parameter("$orderby").toLowerCase(Locale.ROOT).startsWith("lastmodifieddatetime")
				|| call.path().contains("getAllMessages");
		var after = (ordered && since.find()) ? Instant.parse(since.group(1)) : Instant.MIN;
		var found = said.filter((one) -> one.at().isAfter(after))
			.sorted(Comparator.comparing(Said::at).reversed())
			.map(Said::json)
			.toList();
		var top = Math.min(call.number("$top", 20), LARGEST_PAGE);
		var skip = call.number("$skiptoken", 0);
		var json = new LinkedHashMap<String, Object>();
		if (found.size() > skip + top) {
			json.put("@odata.nextLink",
					"%s/v1.0/%s?$top=%d&$filter=%s&$orderby=%s&$skiptoken=%d".formatted(this.tenant.get(),
							String.join("/", call.path()), top, Call.encoded(call.parameter("$filter")),
							Call.encoded(call.parameter("$orderby")), skip + top));
		}
		else if (call.path().getLast().equals("delta")) {
			json.put("@odata.deltaLink", "%s/v1.0/%s?$filter=%s"
				.formatted(this.tenant.get(), String.join("/", call.path()), Call.encoded("lastModifiedDateTime gt "
						+ (found.isEmpty() ? this.clock.instant() : found.getFirst().get("lastModifiedDateTime")))));
		}
		json.put("value", found.stream().skip(skip).limit(top).toList());
		return Answer.json(200, json);
	}

	private Said said(Chat chat, JsonNode json, Instant at) {
		var from = this.office.find(json.path("from").asString("")).map((box) -> box.owner);
		var message = new LinkedHashMap<String, Object>();
		message.put("id", Long.toString(this.number.incrementAndGet()));
		message.put("replyToId", json.has("replyTo") ? json.path("replyTo").asString() : null);
		message.put("messageType", "message");
		message.put("chatId", chat.id());
		message.put("createdDateTime", at.toString());
		message.put("lastModifiedDateTime", at.toString());
		message.put("lastEditedDateTime", null);
		message.put("deletedDateTime", null);
		message.put("from",
				from.map((person) -> Map.of("user",
						Map.of("id", person.id(), "displayName", person.displayName(), "userIdentityType", "aadUser")))
					.orElse(null));
		message.put("body",
				json.has("html") ? Map.of("contentType", "html", "content", json.path("html").asString())
						: Map.of("contentType", "html", "content",
								"<p>%s</p>".formatted(HtmlUtils.htmlEscape(json.path("text").asString("")))));
		message.put("mentions", List.of());
		message.put("attachments", List.of());
		message.put("reactions", List.of());
		return new Said(at, message);
	}

	private void tell(Chat chat, String messageId) {
		var resources = Stream.concat(Stream.of("chats/%s/messages".formatted(chat.id()), "chats/getAllMessages"),
				chat.members()
					.stream()
					.flatMap((address) -> this.office.find(address)
						.map((box) -> Stream.of(address, box.owner.id()))
						.orElseGet(() -> Stream.of(address)))
					.map("users/%s/chats/getAllMessages"::formatted))
			.toList();
		this.subscriptions.chatted(resources, "chats('%s')/messages('%s')".formatted(chat.id(), messageId), "created");
	}

	private Map<String, Object> json(Chat chat) {
		return Map.of("id", chat.id(), "topic", chat.topic(), "chatType",
				(chat.members().size() > 2) ? "group" : "oneOnOne", "createdDateTime", chat.created().toString(),
				"lastUpdatedDateTime",
				chat.messages().isEmpty() ? chat.created().toString() : chat.messages().getLast().at().toString(),
				"members", chat.members().stream().map(this::member).toList());
	}

	private Map<String, Object> member(String address) {
		var name = this.office.find(address).map((box) -> box.owner.displayName()).orElse(address);
		var id = this.office.find(address).map((box) -> box.owner.id()).orElse("");
		return Map.of("@odata.type", "#microsoft.graph.aadUserConversationMember", "displayName", name, "userId", id,
				"email", address);
	}

}
