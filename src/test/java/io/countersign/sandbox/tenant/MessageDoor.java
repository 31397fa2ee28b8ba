package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The messages of a mailbox or of one folder of it. */
final class MessageDoor {

	private static final int PAGE = 10;

	private static final int LARGEST_PAGE = 250;

	private static final int LARGEST_JSON = 4 * 1024 * 1024;

	private final PostOffice office;

	private final AttachmentDoor attachments;

	private final Supplier<URI> tenant;

	private final Clock clock;

	MessageDoor(PostOffice office, AttachmentDoor attachments, Supplier<URI> tenant, Clock clock) {
		this.office = office;
		this.attachments = attachments;
		this.tenant = tenant;
		this.clock = clock;
	}

	Answer answer(Mailbox mailbox, Optional<Folder> folder, Call call, List<String> path) {
		if (path.isEmpty()) {
			return call.is("POST") ? create(mailbox, folder, call) : list(mailbox, folder, call);
		}
		var item = mailbox.find(path.getFirst());
		if (item.isEmpty() || folder.filter((one) -> !one.id.equals(item.get().folder)).isPresent()) {
			return GraphDoor.notFound();
		}
		if (path.size() == 1) {
			return one(mailbox, item.get(), call);
		}
		return path.get(1).equals("attachments")
				? this.attachments.answer(mailbox, item.get(), call, path.subList(2, path.size()))
				: act(mailbox, item.get(), call, path.get(1));
	}

	/** Sends a mail that was never a draft. */
	Answer sendMail(Mailbox mailbox, Call call) {
		if (call.header("content-type").startsWith("text/plain")) {
			return MimeUpload.decoded(call)
				.map((mime) -> send(mailbox, add(mailbox, "drafts", mime), true))
				.orElseGet(MimeUpload::refused);
		}
		var message = Call.argument(call.json(), "message");
		return refusal(message, call).orElseGet(() -> send(mailbox, add(mailbox, Draft.fresh(message), message),
				Call.argument(call.json(), "saveToSentItems").asBoolean(true)));
	}

	private Answer act(Mailbox mailbox, Item item, Call call, String action) {
		if (action.equals("$value")) {
			return Answer.bytes("text/plain", item.mime);
		}
		var body = call.json();
		var message = Call.argument(body, "message");
		var ambiguous = !Call.argument(body, "comment").isMissingNode() && message.has("body");
		if (ambiguous) {
			return Answer.error(400, "ErrorInvalidRequest", "Either comment or the body of the message can be given.");
		}
		var refusal = refusal(message, call);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		var replying = new Replying(mailbox, item, call);
		return switch (action) {
			case "send" -> item.draft ? send(mailbox, item, true)
					: Answer.error(400, "ErrorInvalidOperation", "The message is not a draft.");
			case "createReply" -> created(mailbox, add(mailbox, replying.reply(body, false), message), call);
			case "createReplyAll" -> created(mailbox, add(mailbox, replying.reply(body, true), message), call);
			case "createForward" -> created(mailbox, add(mailbox, replying.forward(body), message), call);
			case "reply" -> send(mailbox, add(mailbox, replying.reply(body, false), message), true);
			case "replyAll" -> send(mailbox, add(mailbox, replying.reply(body, true), message), true);
			case "forward" -> send(mailbox, add(mailbox, replying.forward(body), message), true);
			case "move", "copy" -> relocate(mailbox, item, call, action.equals("copy"));
			case "permanentDelete" -> {
				mailbox.delete(item);
				yield Answer.empty(204);
			}
			default -> GraphDoor.notFound();
		};
	}

	private Answer one(Mailbox mailbox, Item item, Call call) {
		var expected = call.header("if-match");
		if (!expected.isEmpty() && !expected.equals("*") && !expected.equals(Shape.etag(item))) {
			return Answer.error(412, "ErrorIrresolvableConflict",
					"The send or update operation could not be performed because the change key is out of date.");
		}
		return switch (call.method()) {
			case "GET" -> Answer.json(200, Shape.of(call).json(mailbox, item));
			case "PATCH" -> patch(mailbox, item, call);
			case "DELETE" -> {
				this.office.discard(mailbox, item);
				yield Answer.empty(204);
			}
			default -> Answer.error(405, "MethodNotAllowed", "Not here.");
		};
	}

	private Answer list(Mailbox mailbox, Optional<Folder> folder, Call call) {
		var order = call.parameter("$orderby").toLowerCase(Locale.ROOT);
		Filter filter;
		try {
			filter = Filter.parse(call.parameter("$filter"));
		}
		catch (IllegalArgumentException ex) {
			return Answer.error(400, "ErrorInvalidUrlQueryFilter", String.valueOf(ex.getMessage()));
		}
		var sorted = Stream.of(order.split(",")).map((one) -> one.strip().split(" ")[0]).toList();
		if (!order.isBlank() && !filter.allows(sorted)) {
			return Answer.error(400, "InefficientFilter", "The restriction or sort order is too complex.");
		}
		var found = folder.map(mailbox::in)
			.orElseGet(mailbox::all)
			.stream()
			.filter(filter)
			.sorted(order.startsWith("receiveddatetime") && !order.endsWith("desc") ? byTime() : byTime().reversed())
			.toList();
		return page(mailbox, found, call);
	}

	/** A page may be smaller than asked for. */
	private Answer page(Mailbox mailbox, List<Item> found, Call call) {
		var wanted = call.number("$top", call.pageSize(PAGE));
		if (wanted < 1 || wanted > 1000) {
			return Answer.error(400, "ErrorInvalidUrlQuery", "$top is a number from 1 to 1000.");
		}
		var top = Math.min(wanted, LARGEST_PAGE);
		var skip = call.number("$skip", 0);
		var shape = Shape.of(call);
		var json = new LinkedHashMap<String, Object>();
		if (call.parameter("$count").equals("true")) {
			json.put("@odata.count", found.size());
		}
		if (found.size() > skip + top) {
			json.put("@odata.nextLink", next(call, skip + top));
		}
		json.put("value", found.stream().skip(skip).limit(top).map((item) -> shape.json(mailbox, item)).toList());
		return Answer.json(200, json);
	}

	private String next(Call call, int skip) {
		var link = new StringBuilder(this.tenant.get() + "/v1.0/" + String.join("/", call.path()) + "?$skip=" + skip);
		call.query()
			.entrySet()
			.stream()
			.filter((parameter) -> !parameter.getKey().equals("$skip"))
			.forEach((parameter) -> link.append("&")
				.append(parameter.getKey())
				.append("=")
				.append(Call.encoded(parameter.getValue())));
		return link.toString();
	}

	private Answer create(Mailbox mailbox, Optional<Folder> folder, Call call) {
		var place = folder.map((one) -> one.id).orElse("drafts");
		if (call.header("content-type").startsWith("text/plain")) {
			return MimeUpload.decoded(call)
				.map((mime) -> created(mailbox, add(mailbox, place, mime), call))
				.orElseGet(MimeUpload::refused);
		}
		var message = call.json();
		return refusal(message, call)
			.orElseGet(() -> created(mailbox, add(mailbox, Draft.fresh(message), message), call));
	}

	private Answer patch(Mailbox mailbox, Item item, Call call) {
		var changes = call.json();
		var refusal = refusal(changes, call);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		keep(item, changes);
		if (changes.has("isRead")) {
			item.read = changes.path("isRead").asBoolean();
		}
		if (changes.has("categories")) {
			item.categories = changes.path("categories").valueStream().map(JsonNode::asString).toList();
		}
		if (changes.has("flag")) {
			item.flag = changes.path("flag");
		}
		if (Stream
			.of("subject", "body", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "from",
					"internetMessageId", "internetMessageHeaders", "importance", "singleValueExtendedProperties")
			.anyMatch(changes::has) && item.draft) {
			rewrite(mailbox, item, changes);
		}
		mailbox.changed(item);
		this.office.tell(mailbox, item, "updated");
		return Answer.json(200, Shape.of(call).json(mailbox, item));
	}

	/** A property alone leaves a draft that came as MIME as it came. */
	private void rewrite(Mailbox mailbox, Item item, JsonNode changes) {
		var onlyProperties = changes.propertyStream()
			.allMatch((field) -> field.getKey().startsWith("@") || field.getKey().endsWith("ExtendedProperties"));
		if (item.content().isEmpty() && onlyProperties) {
			return;
		}
		var draft = item.content().orElseGet(() -> Draft.of(item.facts));
		draft.merge(changes);
		item.content(draft, draft.mime(mailbox.owner, this.clock.instant()));
	}

	private Answer relocate(Mailbox mailbox, Item item, Call call, boolean copy) {
		var target = mailbox.folder(Call.argument(call.json(), "destinationId").asString(""));
		if (target.isEmpty()) {
			return GraphDoor.notFound();
		}
		var moved = copy ? mailbox.add(target.get().id, item.mime, item.received) : item;
		if (!copy) {
			this.office.move(mailbox, item, target.get());
		}
		return Answer.json(201, Shape.of(call).json(mailbox, moved));
	}

	private Item add(Mailbox mailbox, String folder, byte[] mime) {
		var item = mailbox.add(folder, mime, this.clock.instant());
		item.draft = true;
		this.office.tell(mailbox, item, "created");
		return item;
	}

	private Item add(Mailbox mailbox, Draft draft, JsonNode message) {
		var item = add(mailbox, "drafts", draft.mime(mailbox.owner, this.clock.instant()));
		item.content(draft, item.mime);
		keep(item, message);
		return item;
	}

	private static void keep(Item item, JsonNode message) {
		for (var property : message.path("singleValueExtendedProperties")) {
			item.properties.put(property.path("id").asString(), property.path("value").asString());
		}
	}

	private Answer send(Mailbox mailbox, Item draft, boolean keepCopy) {
		var from = draft.facts.addresses("From");
		if (!from.isEmpty() && !from.contains(mailbox.owner.address())) {
			return Answer.error(403, "ErrorSendAsDenied",
					"The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.");
		}
		this.office.send(mailbox, draft, keepCopy);
		return Answer.empty(202);
	}

	private static Answer created(Mailbox mailbox, Item item, Call call) {
		return Answer.json(201, Shape.of(call).json(mailbox, item));
	}

	private static Optional<Answer> refusal(JsonNode message, Call call) {
		if (call.body().length > LARGEST_JSON) {
			return Optional.of(Answer.error(413, "RequestEntityTooLarge", "The request is larger than 4 MB."));
		}
		var headers = message.path("internetMessageHeaders");
		if (headers.size() > 5) {
			return Optional.of(Answer.error(400, "InvalidInternetMessageHeaderCollection",
					"Maximum number of headers in one message should be less than or equal to 5."));
		}
		return headers.valueStream()
			.map((header) -> header.path("name").asString(""))
			.filter((name) -> !name.toLowerCase(Locale.ROOT).startsWith("x-"))
			.findFirst()
			.map((name) -> Answer.error(400, "InvalidInternetMessageHeader",
					"The internet message header name '%s' should start with 'x-' or 'X-'.".formatted(name)));
	}

	private static Comparator<Item> byTime() {
		return Comparator.comparing((item) -> item.received);
	}

}
