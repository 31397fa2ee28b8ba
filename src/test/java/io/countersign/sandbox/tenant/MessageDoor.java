package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The messages of a mailbox or of one folder of it. */
final class MessageDoor {

	private static final int PAGE = 10;

	private static final Pattern KEYED = Pattern.compile(
			"singleValueExtendedProperties/Any\\(\\s*ep:\\s*ep/id eq '([^']+)' and ep/value eq '([^']*)'\\s*\\)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern NAMED = Pattern.compile("internetMessageId eq '([^']+)'", Pattern.CASE_INSENSITIVE);

	private final PostOffice office;

	private final Supplier<URI> tenant;

	private final Clock clock;

	MessageDoor(PostOffice office, Supplier<URI> tenant, Clock clock) {
		this.office = office;
		this.tenant = tenant;
		this.clock = clock;
	}

	Answer answer(Mailbox mailbox, Optional<String> folder, Call call, List<String> path) {
		if (path.isEmpty()) {
			return call.method().equals("POST") ? create(mailbox, call) : list(mailbox, folder, call);
		}
		var item = mailbox.find(path.getFirst());
		if (item.isEmpty()) {
			return GraphDoor.notFound();
		}
		if (path.size() == 1) {
			return one(mailbox, item.get(), call);
		}
		return switch (path.get(1)) {
			case "$value" -> Answer.bytes("text/plain", item.get().mime);
			case "send" -> send(mailbox, item.get());
			case "createReply" -> reply(mailbox, item.get(), call, false);
			case "createReplyAll" -> reply(mailbox, item.get(), call, true);
			case "attachments" -> attachments(item.get(), path.subList(2, path.size()));
			default -> GraphDoor.notFound();
		};
	}

	private Answer one(Mailbox mailbox, Item item, Call call) {
		return switch (call.method()) {
			case "GET" -> Answer.json(200, shape(call).json(mailbox, item));
			case "PATCH" -> patch(mailbox, item, call);
			case "DELETE" -> {
				mailbox.delete(item);
				yield Answer.empty(204);
			}
			default -> Answer.error(405, "MethodNotAllowed", "Not here.");
		};
	}

	private Answer list(Mailbox mailbox, Optional<String> folder, Call call) {
		var top = call.parameter("$top").isEmpty() ? PAGE
				: Math.clamp(Integer.parseInt(call.parameter("$top")), 1, 1000);
		var skip = call.parameter("$skip").isEmpty() ? 0 : Integer.parseInt(call.parameter("$skip"));
		var shape = shape(call);
		var found = mailbox.list(folder).stream().filter(filter(call.parameter("$filter"))).toList();
		var page = found.stream().skip(skip).limit(top).map((item) -> shape.json(mailbox, item)).toList();
		var json = new LinkedHashMap<String, Object>();
		if (found.size() > skip + top) {
			json.put("@odata.nextLink",
					"%s/v1.0/users('%s')%s/messages?$top=%d&$skip=%d&$select=%s".formatted(this.tenant.get(),
							mailbox.owner.id(), folder.map("/mailFolders('%s')"::formatted).orElse(""), top, skip + top,
							call.parameter("$select")));
		}
		json.put("value", page);
		return Answer.json(200, json);
	}

	private static Predicate<Item> filter(String filter) {
		var keyed = KEYED.matcher(filter);
		if (keyed.find()) {
			return (item) -> keyed.group(2).replace("''", "'").equalsIgnoreCase(Shape.property(item, keyed.group(1)));
		}
		var named = NAMED.matcher(filter);
		if (named.find()) {
			return (item) -> item.facts.header("Message-ID").filter(named.group(1)::equals).isPresent();
		}
		return (_) -> true;
	}

	private Answer create(Mailbox mailbox, Call call) {
		byte[] mime;
		if (call.header("content-type").startsWith("text/plain")) {
			try {
				mime = Base64.getMimeDecoder().decode(call.body());
			}
			catch (IllegalArgumentException ex) {
				return Answer.error(400, "ErrorMimeContentInvalidBase64String",
						"Invalid base64 string for MIME content.");
			}
		}
		else {
			mime = DraftMime.of(mailbox.owner, Answer.JSON.readTree(call.body()), this.clock.instant());
		}
		var item = mailbox.add("drafts", mime, this.clock.instant(), true);
		return Answer.json(201, shape(call).json(mailbox, item));
	}

	private Answer patch(Mailbox mailbox, Item item, Call call) {
		var changes = Answer.JSON.readTree(call.body());
		for (var property : changes.path("singleValueExtendedProperties")) {
			item.properties.put(property.path("id").asString(), property.path("value").asString());
		}
		if (item.draft && (changes.has("subject") || changes.has("body") || changes.has("toRecipients"))) {
			var again = mailbox.add(item.immutableId, "drafts", DraftMime.changed(item, changes), item.received, true);
			again.properties.putAll(item.properties);
			return Answer.json(200, shape(call).json(mailbox, again));
		}
		mailbox.changed(item);
		return Answer.json(200, shape(call).json(mailbox, item));
	}

	private Answer reply(Mailbox mailbox, Item item, Call call, boolean all) {
		var body = call.body().length > 0 ? Answer.JSON.readTree(call.body()) : Answer.JSON.createObjectNode();
		var draft = mailbox.add("drafts", DraftMime.reply(mailbox.owner, item, body, all, this.clock.instant()),
				this.clock.instant(), true);
		return Answer.json(201, shape(call).json(mailbox, draft));
	}

	private Answer send(Mailbox mailbox, Item item) {
		if (!item.draft) {
			return Answer.error(400, "ErrorItemNotSavable", "The message is not a draft.");
		}
		this.office.send(mailbox, item);
		return Answer.empty(202);
	}

	private static Answer attachments(Item item, List<String> path) {
		var files = item.facts.attachments();
		if (path.isEmpty()) {
			return Answer.json(200, Map.of("value", files.stream().map(MessageDoor::file).toList()));
		}
		var found = files.stream().filter((file) -> file.id().equals(path.getFirst())).findFirst();
		if (found.isEmpty()) {
			return GraphDoor.notFound();
		}
		return (path.size() > 1) ? Answer.bytes(found.get().contentType(), found.get().bytes())
				: Answer.json(200, file(found.get()));
	}

	/** The size has Exchange's overhead in it and is not the number of bytes. */
	private static Map<String, Object> file(MimeFacts.Attachment file) {
		return Map.of("@odata.type", "#microsoft.graph.%sAttachment".formatted(file.kind()), "id", file.id(), "name",
				file.name(), "contentType", file.contentType(), "size", file.bytes().length + 158, "isInline",
				file.inline());
	}

	private static Shape shape(Call call) {
		return Shape.of(call.parameter("$select"), call.parameter("$expand"), call.immutableIds(), false);
	}

}
