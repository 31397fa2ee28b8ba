package io.countersign.sandbox.tenant;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Microsoft Graph v1.0 as far as mail and chats go. */
final class GraphDoor {

	private final PostOffice office;

	private final Permissions permissions;

	private final Throttle throttle;

	private final DirectoryDoor directory;

	private final MessageDoor messages;

	private final FolderDoor folders;

	private final Subscriptions subscriptions;

	private final ChatDoor chats;

	private final Drive drive;

	private final Batch batch;

	GraphDoor(PostOffice office, Permissions permissions, AttachmentDoor attachments, Delta delta,
			Subscriptions subscriptions, ChatDoor chats, Drive drive, Faults faults, Supplier<URI> tenant,
			Clock clock) {
		this.office = office;
		this.permissions = permissions;
		this.throttle = new Throttle(office.habits, clock);
		this.directory = new DirectoryDoor(office, tenant);
		this.messages = new MessageDoor(office, attachments, tenant, clock);
		this.folders = new FolderDoor(this.messages, delta);
		this.subscriptions = subscriptions;
		this.chats = chats;
		this.drive = drive;
		this.batch = new Batch((call, url) -> faults.refusal(call.method(), url).orElseGet(() -> permitted(call)));
	}

	Answer answer(Call call) {
		var app = this.permissions.app(call.header("authorization"));
		return app.map((program) -> known(call.by(program)))
			.orElseGet(() -> Answer
				.error(401, "InvalidAuthenticationToken", "Access token is empty, malformed or has expired.")
				.with("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\""));
	}

	/** How many calls were under way at a time in one mailbox, where most were. */
	int highestConcurrency() {
		return this.throttle.highest();
	}

	private Answer known(Call call) {
		var answer = call.path().equals(List.of("$batch")) ? this.batch.answer(call) : permitted(call);
		return call.immutableIds() ? answer.with("Preference-Applied", "IdType=ImmutableId") : answer;
	}

	private Answer permitted(Call call) {
		var path = call.path();
		if (path.isEmpty()) {
			return notFound();
		}
		try {
			return switch (path.getFirst()) {
				case "subscriptions" -> this.subscriptions.answer(call);
				case "users" -> users(call, path);
				case "shares" -> this.drive.answer(call, path.subList(1, path.size()));
				case "chats" -> this.chats.answer(call, path.subList(1, path.size()));
				default -> notFound();
			};
		}
		catch (NumberFormatException ex) {
			return Answer.error(400, "ErrorInvalidUrlQuery", "A number is no number.");
		}
	}

	private Answer users(Call call, List<String> path) {
		if (path.size() == 1 || path.get(1).equals("delta")) {
			return this.directory.answer(call, path.subList(1, path.size()));
		}
		var mailbox = this.office.find(path.get(1));
		if (mailbox.isEmpty()) {
			return Answer.error(404, "Request_ResourceNotFound",
					"Resource '%s' does not exist or one of its queried reference-property objects are not present."
						.formatted(path.get(1)));
		}
		if (path.size() == 2 || path.get(2).equals("manager")) {
			return this.directory.person(mailbox.get().owner, call, path.subList(2, path.size()));
		}
		if (path.get(2).equals("chats")) {
			return this.chats.ofPerson(mailbox.get().owner, call, path.subList(3, path.size()));
		}
		return mail(mailbox.get(), call, path.subList(2, path.size()));
	}

	private Answer mail(Mailbox mailbox, Call call, List<String> path) {
		if (!mailbox.owner.mailbox()) {
			return Answer.error(404, "MailboxNotEnabledForRESTAPI",
					"The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
		}
		if (!this.permissions.reaches(call.app(), mailbox.owner.address())) {
			return Answer.error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
		}
		return this.throttle.within(call, mailbox, () -> switch (path.getFirst()) {
			case "messages" -> this.messages.answer(mailbox, Optional.empty(), call, path.subList(1, path.size()));
			case "mailFolders" -> this.folders.answer(mailbox, call, path.subList(1, path.size()));
			case "sendMail" -> this.messages.sendMail(mailbox, call);
			case "translateExchangeIds" -> translated(mailbox, call);
			default -> notFound();
		});
	}

	private static Answer translated(Mailbox mailbox, Call call) {
		var body = call.json();
		var ids = Call.argument(body, "inputIds");
		if (ids.size() > 1000) {
			return Answer.error(400, "ErrorInvalidRequest", "At most 1000 ids can be translated at once.");
		}
		var immutable = Call.argument(body, "targetIdType").asString("").equalsIgnoreCase("restImmutableEntryId");
		var found = ids.valueStream()
			.map((id) -> id.asString())
			.flatMap((id) -> mailbox.find(id)
				.map((item) -> Map.of("sourceId", id, "targetId", immutable ? item.immutableId : item.plainId()))
				.stream())
			.toList();
		return Answer.json(200, Map.of("value", found));
	}

	static Answer notFound() {
		return Answer.error(404, "ErrorItemNotFound", "The specified object was not found in the store.");
	}

}
