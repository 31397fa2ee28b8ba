package io.countersign.sandbox.tenant;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Chats of Teams through Graph, for a program without a signed-in user: to be read. */
final class ChatDoor {

	private static final Set<String> UNDERSTOOD = Set.of("$top", "$skiptoken", "$filter", "$orderby", "model");

	private final PostOffice office;

	private final Chats chats;

	private final ChatDelta delta;

	private final Permissions permissions;

	private final ChatThrottle throttle;

	private final Supplier<URI> tenant;

	ChatDoor(PostOffice office, Chats chats, ChatDelta delta, Permissions permissions, ChatThrottle throttle,
			Supplier<URI> tenant) {
		this.office = office;
		this.chats = chats;
		this.delta = delta;
		this.permissions = permissions;
		this.throttle = throttle;
		this.tenant = tenant;
	}

	Answer answer(Call call, List<String> path) {
		if (path.isEmpty() || isAllMessages(path.getFirst())) {
			return Answer.error(412, "PreconditionFailed",
					"Requested API is not supported in application-only context");
		}
		return read(call, path.getFirst(),
				() -> this.chats.find(path.getFirst())
					.map((chat) -> chat(chat, call, path.subList(1, path.size())))
					.orElseGet(ChatDoor::noChat));
	}

	Answer ofPerson(Employee person, Call call, List<String> path) {
		var whose = (path.isEmpty() || isAllMessages(path.getFirst())) ? person.id() : path.getFirst();
		return read(call, whose, () -> personal(person, call, path));
	}

	private Answer read(Call call, String whose, Supplier<Answer> work) {
		return switch (call.method()) {
			case "GET" -> this.throttle.within(call, whose, () -> understood(work));
			case "POST" -> refusal(call);
			default -> Answer.error(405, "MethodNotAllowed", "Not here.");
		};
	}

	private Answer personal(Employee person, Call call, List<String> path) {
		if (path.isEmpty()) {
			return list(person, call);
		}
		var rest = path.subList(1, path.size());
		if (!isAllMessages(path.getFirst())) {
			return this.chats.of(person)
				.stream()
				.filter((chat) -> chat.id.equals(path.getFirst()))
				.findFirst()
				.map((chat) -> chat(chat, call, rest))
				.orElseGet(ChatDoor::noChat);
		}
		return switch (String.join("/", rest)) {
			case "" -> everything(person, call);
			case "delta" -> this.delta.page(call, person);
			default -> GraphDoor.notFound();
		};
	}

	private Answer chat(Chat chat, Call call, List<String> path) {
		return switch (path.isEmpty() ? "" : path.getFirst()) {
			case "" -> Answer.json(200, chat.json(this.office, expands(call)));
			case "members" -> ChatPage.of(call, chat.members, (member) -> member.json(this.office, chat.id))
				.answer("%s/v1.0/chats/%s/members".formatted(this.tenant.get(), chat.id));
			case "messages" -> (path.size() == 1) ? messages(chat, call) : message(chat, call, path);
			default -> GraphDoor.notFound();
		};
	}

	private Answer message(Chat chat, Call call, List<String> path) {
		return chat.find(path.get(1))
			.filter((_) -> path.size() == 2)
			.map((message) -> Answer.json(200, message.seenBy(call)))
			.orElseGet(() -> Answer.error(404, "NotFound", "The message was not found."));
	}

	private Answer list(Employee person, Call call) {
		return ChatPage.of(call, this.chats.of(person), (chat) -> chat.json(this.office, expands(call)))
			.answer("%s/v1.0/users('%s')/chats".formatted(this.tenant.get(), person.id()));
	}

	private Answer messages(Chat chat, Call call) {
		return found(call, ChatQuery.ofChat(call), chat.all().stream())
			.answer("%s/v1.0/chats/%s/messages".formatted(this.tenant.get(), chat.id));
	}

	/** The service writes its own links in another case than it is asked in. */
	private Answer everything(Employee person, Call call) {
		return found(call, ChatQuery.ofEverything(call),
				this.chats.of(person).stream().flatMap((chat) -> chat.all().stream()))
			.answer("%s/v1.0/users('%s')/chats/getallMessages".formatted(this.tenant.get(), person.id()));
	}

	private static ChatPage found(Call call, ChatQuery query, Stream<ChatMessage> messages) {
		if (!UNDERSTOOD.containsAll(call.query().keySet())) {
			throw new IllegalArgumentException("Messages of chats take only " + UNDERSTOOD);
		}
		var newest = Comparator.comparing(query::place).reversed();
		return ChatPage.of(call, messages.filter(query.filter()).sorted(newest).toList(),
				(message) -> message.seenBy(call));
	}

	/** Writing is for those who migrate, and for what they bring from elsewhere. */
	private Answer refusal(Call call) {
		return this.permissions.migrates(call.app())
				? Answer.error(401, "Unauthorized",
						"Message POST is allowed in application-only context only for import purposes. Refer to "
								+ "https://docs.microsoft.com/microsoftteams/platform/graph-api/import-messages/"
								+ "import-external-messages-to-teams for more details.")
				: Answer.error(403, "Forbidden",
						"Missing role permissions on the request. API requires one of 'Teamwork.Migrate.All'. "
								+ "Roles on the request 'Chat.Read.All'.");
	}

	private static Answer understood(Supplier<Answer> work) {
		try {
			return work.get();
		}
		catch (NumberFormatException ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			return ChatQuery.refused(String.valueOf(ex.getMessage()));
		}
	}

	private static boolean expands(Call call) {
		return call.parameter("$expand").toLowerCase(Locale.ROOT).startsWith("members");
	}

	private static boolean isAllMessages(String segment) {
		return segment.equalsIgnoreCase("getAllMessages");
	}

	private static Answer noChat() {
		return Answer.error(404, "NotFound", "The chat was not found.");
	}

}
