package io.countersign.triage;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.verdicts.ChatGround.Bond;

import org.springframework.stereotype.Component;

/**
 * Finds the case a message of a chat belongs to. Somebody has to have named the case, in
 * words that can be seen: its author in the message, or whoever wants the decision in
 * what it answers. Nothing is concluded from what is talked about.
 */
@Component
class ChatTies {

	/** How many earlier messages of cases in the same chat are looked at. */
	private static final int FAR = 20;

	private final Cases cases;

	private final Messages messages;

	private final CaseMentions mentions;

	private final ChatWords words;

	ChatTies(Cases cases, Messages messages, CaseMentions mentions, ChatWords words) {
		this.cases = cases;
		this.messages = messages;
		this.mentions = mentions;
		this.words = words;
	}

	/** All there is, the nearest first; ties to more than one case are a doubt. */
	List<ChatTie> of(Message message) {
		var chat = message.chat().orElseThrow();
		var named = this.mentions.in(this.words.visible(message));
		if (!named.isEmpty()) {
			var bond = answersOther(chat, named) ? Bond.LOOSE : Bond.NAMES;
			return named.stream()
				.map((id) -> new ChatTie(id, bond, false, Optional.empty(), chat.createdAt(), "It names this case."))
				.toList();
		}
		if (!chat.answers().isEmpty()) {
			var answered = chat.answers().stream().distinct().flatMap((id) -> answered(message, id).stream()).toList();
			return answered.isEmpty() ? loose(message) : answered;
		}
		return follows(message).map(List::of).orElseGet(() -> loose(message));
	}

	/** What it answers is in another case, or in none. */
	private boolean answersOther(ChatEvidence chat, Collection<CaseId> named) {
		return chat.answers()
			.stream()
			.anyMatch((id) -> !named.containsAll(cases(chat.key(id))) || cases(chat.key(id)).isEmpty());
	}

	private List<CaseId> cases(String key) {
		return this.cases.ofMessages(this.messages.byInternetMessageId(key));
	}

	private Optional<ChatTie> answered(Message message, String id) {
		var chat = message.chat().orElseThrow();
		var versions = versions(chat.key(id));
		var caseId = this.cases.ofMessages(versions.stream().map(Message::id).toList()).stream().findFirst();
		return caseId.map((one) -> asRead(versions, chat).filter((question) -> isAsked(question, one))
			.map((question) -> new ChatTie(one, chat.answers().size() == 1 ? Bond.ANSWERS : Bond.LOOSE, false,
					Optional.of(question), writtenAt(question), "It answers a message of this case in the chat."))
			.orElseGet(() -> new ChatTie(one, Bond.LOOSE, false, Optional.empty(), chat.createdAt(),
					"It answers a message of this case in the chat.")));
	}

	private Optional<ChatTie> follows(Message message) {
		var chat = message.chat().orElseThrow();
		var before = this.messages.before(chat).flatMap(this.messages::find);
		var versions = before.flatMap(Message::chat).map((one) -> versions(one.key())).orElseGet(List::of);
		return this.cases.ofMessages(versions.stream().map(Message::id).toList())
			.stream()
			.findFirst()
			.flatMap((id) -> asRead(versions, chat).filter((question) -> isAsked(question, id))
				.map((question) -> new ChatTie(id, Bond.FOLLOWS, false, Optional.of(question), writtenAt(question),
						"It stands right behind a message that names this case.")));
	}

	/** The chat has to do with a case, and nobody knows whether this message has. */
	private List<ChatTie> loose(Message message) {
		var chat = message.chat().orElseThrow();
		var topic = CaseNumber.allIn(chat.topic()).isEmpty() ? List.<CaseId>of()
				: List.copyOf(this.mentions.in(chat.topic()));
		if (!topic.isEmpty()) {
			return topic.stream()
				.map((id) -> new ChatTie(id, Bond.LOOSE, true, Optional.empty(), chat.createdAt(),
						"The chat's own name names this case."))
				.toList();
		}
		return this.messages.inCasesBefore(chat, FAR)
			.stream()
			.flatMap((id) -> this.messages.find(id).stream())
			.flatMap((earlier) -> this.cases.ofMessages(List.of(earlier.id()))
				.stream()
				.filter((id) -> isAsked(earlier, id)))
			.findFirst()
			.map((id) -> List.of(new ChatTie(id, Bond.LOOSE, false, Optional.empty(), chat.createdAt(),
					"The last case named before it in the chat is this one.")))
			.orElseGet(List::of);
	}

	/** Whoever wants the decision has named the case there, and no other. */
	private boolean isAsked(Message question, CaseId id) {
		var requester = this.cases.get(id).requester().map(Participant::address);
		return requester.isPresent() && question.from().map(Party::address).equals(requester)
				&& this.mentions.in(this.words.visible(question)).equals(Set.of(id));
	}

	/** As it stood when the answer was written. */
	private static Optional<Message> asRead(List<Message> versions, ChatEvidence answer) {
		return versions.stream()
			.filter((one) -> !writtenAt(one).isAfter(answer.createdAt()))
			.max(Comparator.comparing(ChatTies::writtenAt))
			.filter((one) -> !one.chat().orElseThrow().isDeleted());
	}

	/** When it got the words it has. */
	private static Instant writtenAt(Message message) {
		var chat = message.chat().orElseThrow();
		return chat.deletedAt().or(chat::editedAt).orElse(chat.createdAt());
	}

	private List<Message> versions(String key) {
		return this.messages.byInternetMessageId(key)
			.stream()
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((one) -> one.chat().isPresent())
			.toList();
	}

}
