package io.countersign.sandbox.tenant;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.countersign.sandbox.tenant.Draft.Enclosure;
import io.countersign.sandbox.tenant.MimeFacts.Attachment;
import io.countersign.sandbox.tenant.MimeFacts.Kind;

/** What goes with a message: files, mails, and links to files elsewhere. */
final class AttachmentDoor {

	private static final int LARGEST = 3 * 1024 * 1024;

	private static final int LARGEST_SLICE = 4 * 1024 * 1024;

	/** The size has Exchange's overhead in it and is not the number of bytes. */
	private static final int OVERHEAD = 158;

	private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

	private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

	private final PostOffice office;

	private final Supplier<URI> tenant;

	private final Clock clock;

	AttachmentDoor(PostOffice office, Supplier<URI> tenant, Clock clock) {
		this.office = office;
		this.tenant = tenant;
		this.clock = clock;
	}

	Answer answer(Mailbox mailbox, Item item, Call call, List<String> path) {
		if (path.isEmpty()) {
			return call.is("POST") ? attach(mailbox, item, call)
					: Answer.json(200, Map.of("value", selected(all(item), call)));
		}
		if (path.getFirst().equals("createUploadSession")) {
			return begin(mailbox, item, call);
		}
		var files = item.facts.attachments();
		var number = IntStream.range(0, files.size())
			.filter((one) -> files.get(one).id().equals(path.getFirst()))
			.findFirst();
		if (number.isEmpty()) {
			return GraphDoor.notFound();
		}
		if (path.size() > 1) {
			return raw(item, files.get(number.getAsInt()), number.getAsInt());
		}
		return Answer.json(200, selected(List.of(json(item, files.get(number.getAsInt()), number.getAsInt(),
				call.parameter("$expand").contains("item"))), call)
			.getFirst());
	}

	/** All of them with their bytes, as nobody should ask for them. */
	static List<Map<String, Object>> all(Item item) {
		var files = item.facts.attachments();
		return IntStream.range(0, files.size())
			.mapToObj((number) -> json(item, files.get(number), number, false))
			.toList();
	}

	/** A slice of a large file: no token, only the address counts. */
	Answer upload(String token, Call call) {
		var upload = this.uploads.get(token);
		var range = RANGE.matcher(call.header("content-range"));
		if (upload == null || !range.matches()) {
			return Answer.error((upload == null) ? 404 : 400, "ErrorInvalidRequest", "There is no such upload.");
		}
		if (Long.parseLong(range.group(1)) != upload.bytes.size() || call.body().length > LARGEST_SLICE) {
			return Answer.error(416, "ErrorInvalidRange", "Slices come in order and are smaller than 4 MB.");
		}
		upload.bytes.writeBytes(call.body());
		if (upload.bytes.size() < Long.parseLong(range.group(3))) {
			return Answer.json(200, Map.of("nextExpectedRanges", List.of(Integer.toString(upload.bytes.size()))));
		}
		this.uploads.remove(token);
		var id = enclose(upload.mailbox, upload.item,
				new Enclosure(upload.name, upload.contentType, upload.bytes.toByteArray(), false, null));
		return Answer.empty(201)
			.with("Location", "%s/v1.0/users('%s')/messages('%s')/attachments('%s')".formatted(this.tenant.get(),
					upload.mailbox.owner.id(), upload.item.immutableId, id));
	}

	private Answer raw(Item item, Attachment file, int number) {
		return switch (file.kind()) {
			case FILE -> Answer.bytes(file.contentType(), MimeFacts.content(item.mime, number));
			case ITEM -> Answer.bytes("text/plain", MimeFacts.content(item.mime, number));
			case REFERENCE -> Answer.error(405, "ErrorInvalidOperation", "A link has no content.");
		};
	}

	private static Map<String, Object> json(Item item, Attachment file, int number, boolean expanded) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.type", "#microsoft.graph.%sAttachment".formatted(switch (file.kind()) {
			case FILE -> "file";
			case ITEM -> "item";
			case REFERENCE -> "reference";
		}));
		if (file.kind() == Kind.FILE) {
			json.put("@odata.mediaContentType", file.contentType());
		}
		json.put("id", file.id());
		json.put("lastModifiedDateTime", item.modified.toString());
		json.put("name", file.name());
		json.put("contentType", (file.kind() == Kind.FILE) ? file.contentType() : null);
		json.put("size", file.length() + OVERHEAD);
		json.put("isInline", file.inline());
		if (file.kind() == Kind.FILE) {
			json.put("contentId", file.contentId());
			json.put("contentBytes", Base64.getEncoder().encodeToString(MimeFacts.content(item.mime, number)));
		}
		if (expanded && file.kind() == Kind.ITEM) {
			var nested = MimeFacts.of(MimeFacts.content(item.mime, number));
			json.put("item", Map.of("@odata.type", "#microsoft.graph.message", "subject", nested.subject(),
					"internetMessageId", nested.header("Message-ID").orElse("")));
		}
		return json;
	}

	/** Without a selection every file comes with its bytes. */
	private static List<Map<String, Object>> selected(List<Map<String, Object>> files, Call call) {
		var select = List.of(call.parameter("$select").split("\\s*,\\s*"));
		if (call.parameter("$select").isBlank()) {
			return files;
		}
		return files.stream().<Map<String, Object>>map((file) -> {
			var json = new LinkedHashMap<>(file);
			json.keySet().removeIf((name) -> !name.startsWith("@") && !name.equals("id") && !select.contains(name));
			return json;
		}).toList();
	}

	private Answer attach(Mailbox mailbox, Item item, Call call) {
		if (call.body().length > LARGEST * 4 / 3) {
			return Answer.error(413, "RequestEntityTooLarge", "From 3 MB on a file needs an upload session.");
		}
		var id = enclose(mailbox, item, Enclosure.of(call.json()));
		return Answer.json(201,
				all(item).stream().filter((file) -> id.equals(file.get("id"))).findFirst().orElseThrow());
	}

	private Answer begin(Mailbox mailbox, Item item, Call call) {
		var wanted = Call.argument(call.json(), "attachmentItem");
		var token = UUID.randomUUID().toString();
		this.uploads.put(token, new Upload(mailbox, item, wanted.path("name").asString("attachment"),
				wanted.path("contentType").asString("application/octet-stream"), new ByteArrayOutputStream()));
		return Answer.json(201,
				Map.of("uploadUrl", "%s/upload/%s".formatted(this.tenant.get(), token), "expirationDateTime",
						this.clock.instant().plus(Duration.ofHours(1)).toString(), "nextExpectedRanges",
						List.of("0-")));
	}

	private String enclose(Mailbox mailbox, Item item, Enclosure file) {
		var draft = Optional.of(item).flatMap(Item::content).orElseGet(() -> Draft.of(item.facts));
		draft.enclosures.add(file);
		item.content(draft, draft.mime(mailbox.owner, this.clock.instant()));
		mailbox.changed(item);
		this.office.tell(mailbox, item, "updated");
		return item.facts.attachments().getLast().id();
	}

	private record Upload(Mailbox mailbox, Item item, String name, String contentType, ByteArrayOutputStream bytes) {
	}

}
