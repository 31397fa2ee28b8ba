package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

/** What people do in Teams: open a chat, write, edit, delete and react. */
final class ChatControl {

	private final Chats chats;

	private final PostOffice office;

	private final Clock clock;

	ChatControl(Chats chats, PostOffice office, Clock clock) {
		this.chats = chats;
		this.office = office;
		this.clock = clock;
	}

	Answer answer(Call call, List<String> path) {
		if (path.isEmpty()) {
			return call.is("POST") ? open(ControlBody.of(call)) : notHere();
		}
		var chat = this.chats.find(path.getFirst());
		if (chat.isEmpty()) {
			return Answer.text(404, "There is no such chat.");
		}
		var what = String.join("/", path.subList(1, Math.min(2, path.size())));
		if (path.size() == 2 && call.is("POST")) {
			return switch (what) {
				case "messages" -> say(chat.get(), ControlBody.of(call));
				case "events" -> happen(chat.get(), ControlBody.of(call));
				default -> notHere();
			};
		}
		return (path.size() > 2 && what.equals("messages")) ? message(chat.get(), call, path.subList(2, path.size()))
				: notHere();
	}

	private Answer open(ControlBody wanted) {
		var members = wanted.list("members").stream().map((one) -> ChatMember.of("members", one)).toList();
		if (members.isEmpty()) {
			throw ControlBody.wrong("members", "are needed.");
		}
		var chat = new Chat(wanted.maybe("topic").orElse(""), members, this.clock.instant());
		this.chats.open(chat);
		return Answer.json(201, Map.of("id", chat.id));
	}

	private Answer say(Chat chat, ControlBody wanted) {
		var from = author(chat, wanted);
		var quoted = new ArrayList<JsonNode>();
		wanted.maybe("replyTo")
			.map((id) -> chat.find(id).orElseThrow(() -> ControlBody.wrong("replyTo", "is no message of the chat.")))
			.map(ChatWords::quoting)
			.ifPresent(quoted::add);
		var words = ChatWords.of(wanted, quoted);
		var message = chat.add(wanted.time("received", this.clock.instant()),
				(id, at) -> ChatMessage.written(id, chat, at, from, words));
		return happened(chat, message.id());
	}

	/** What Teams itself says, such as {@code chatRenamed} or {@code membersAdded}. */
	private Answer happen(Chat chat, ControlBody wanted) {
		var detail = new LinkedHashMap<String, Object>();
		detail.put("@odata.type", "#microsoft.graph.%sEventMessageDetail".formatted(wanted.text("type")));
		detail.put("initiator", author(chat, wanted));
		var message = chat.add(wanted.time("received", this.clock.instant()),
				(id, at) -> ChatMessage.event(id, chat, at, detail));
		return happened(chat, message.id());
	}

	private Answer message(Chat chat, Call call, List<String> path) {
		var known = chat.find(path.getFirst());
		if (known.isEmpty()) {
			return Answer.text(404, "There is no such message in the chat.");
		}
		if (known.get().isDeleted()) {
			return Answer.text(409, "The message is deleted.");
		}
		var now = this.clock.instant();
		return switch (call.method() + String.join("/", path.subList(1, path.size()))) {
			case "PATCH" -> {
				var words = ChatWords.of(ControlBody.of(call), attached(known.get()));
				yield changed(chat, known.get(), "updated", (message) -> message.edited(words, now));
			}
			case "DELETE" -> changed(chat, known.get(), "deleted", (message) -> message.deleted(now));
			case "POSTreactions" -> {
				var wanted = ControlBody.of(call);
				var type = wanted.text("type");
				var by = author(chat, wanted);
				yield changed(chat, known.get(), "updated", (message) -> message.reactedTo(type, by, now));
			}
			default -> notHere();
		};
	}

	private Answer changed(Chat chat, ChatMessage message, String changeType, UnaryOperator<ChatMessage> change) {
		chat.change(message.id(), change);
		this.chats.happened(chat, message.id(), changeType);
		return Answer.empty(204);
	}

	private Answer happened(Chat chat, String message) {
		this.chats.happened(chat, message, "created");
		return Answer.json(201, Map.of("id", message));
	}

	/** An address, a person described as Teams does, or an {@code application}. */
	private Map<String, Object> author(Chat chat, ControlBody wanted) {
		var from = wanted.field("from");
		if (from.isMissingNode()) {
			throw ControlBody.wrong("from", "is needed.");
		}
		if (from.path("application").isObject()) {
			var program = new ControlBody(from.path("application"));
			return ChatMember.program(program.text("id"), program.maybe("displayName").orElse(null),
					program.maybe("applicationIdentityType").orElse("bot"));
		}
		var author = ChatMember.of("from", from);
		return (from.isString() ? chat.member(from.asString()).orElse(author) : author).identity(this.office);
	}

	private static List<JsonNode> attached(ChatMessage message) {
		return Answer.JSON.valueToTree(message.json().get("attachments")).valueStream().toList();
	}

	private static Answer notHere() {
		return Answer.text(405, "That is not done here.");
	}

}
