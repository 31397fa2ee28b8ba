package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;

import org.springframework.stereotype.Component;

/**
 * Decides what a message of a chat is to us. It opens no case: it belongs to one that
 * somebody has named, or is shown to a person, or is none of our business.
 */
@Component
class ChatMessages {

	private final ChatTies ties;

	private final ChatWords words;

	private final ChatMatters matters;

	private final Cases cases;

	private final Messages messages;

	private final ChatVersions versions;

	private final ChatReplies replies;

	private final ChatPlace place;

	private final Reviews reviews;

	private final TriageProperties properties;

	ChatMessages(ChatTies ties, ChatWords words, ChatMatters matters, Cases cases, Messages messages,
			ChatVersions versions, ChatReplies replies, ChatPlace place, Reviews reviews, TriageProperties properties) {
		this.ties = ties;
		this.words = words;
		this.matters = matters;
		this.cases = cases;
		this.messages = messages;
		this.versions = versions;
		this.replies = replies;
		this.place = place;
		this.reviews = reviews;
		this.properties = properties;
	}

	void take(Message message) {
		var chat = message.chat().orElseThrow();
		if (!this.matters.isComplete(message) && this.matters.isWatched(message)) {
			this.messages.later(message.id(), this.properties.lookAgain(),
					"It waits until everything that was said before it is on record.");
			return;
		}
		var others = this.versions.others(message);
		var home = home(message, others);
		if (home.isPresent() && !others.isEmpty() && isOnlyAVersion(message, home.get(), others)) {
			return;
		}
		if (chat.isDeleted()) {
			this.place.nowhere(message, "Its author has deleted it, and nothing of it is in a case.");
		}
		else if (chat.author().filter((author) -> !author.person()).isPresent()) {
			this.place.nowhere(message, "A program wrote it.");
		}
		else {
			sort(message, home);
		}
	}

	/** Where it is, or an earlier version of it. */
	private Optional<CaseId> home(Message message, List<Message> others) {
		return this.cases.ofMessages(List.of(message.id()))
			.stream()
			.findFirst()
			.or(() -> this.cases.ofMessages(others.stream().map(Message::id).toList()).stream().findFirst());
	}

	/** Answers whether there is nothing else to do with it. */
	private boolean isOnlyAVersion(Message message, CaseId id, List<Message> others) {
		var before = this.cases.get(id);
		this.place.in(before, message, this.versions.reason(message));
		return this.versions.replaces(message, before, others);
	}

	private void sort(Message message, Optional<CaseId> home) {
		var ties = this.ties.of(message);
		var ids = ties.stream().map(ChatTie::caseId).distinct().toList();
		if (home.isPresent()) {
			ties.stream()
				.filter((tie) -> tie.caseId().equals(home.get()))
				.findFirst()
				.ifPresent((tie) -> this.replies.take(message, tie));
		}
		else if (ids.size() > 1) {
			this.reviews.open(message, "It names more than one case.");
		}
		else if (ids.isEmpty()) {
			stands(message);
		}
		else {
			this.replies.take(message, ties.getFirst());
		}
	}

	/** Nobody has named a case; what may be meant for one is for a person to say. */
	private void stands(Message message) {
		var author = message.from().map(Party::address);
		var reading = this.words.read(message, Optional.empty());
		var likely = (author.isPresent() && reading.verdict().label() != VerdictReading.Label.NONE)
				? this.cases.waitingFor(author.get(), company(message)) : List.<CaseId>of();
		if (!likely.isEmpty()) {
			var doubt = "It may answer what somebody in this chat has asked of its author, and names no case.";
			if (likely.size() == 1) {
				this.reviews.open(message, doubt, likely.getFirst());
			}
			else {
				this.reviews.open(message, doubt);
			}
		}
		else if (author.isPresent() && wants(reading)) {
			this.reviews.open(message, "It asks for a decision or for work in a chat, where no case begins: "
					+ reading.request().reason());
		}
		else {
			this.place.nowhere(message, "It names no case, and nothing it may answer was asked of its author.");
		}
	}

	private boolean wants(Reading reading) {
		var intent = reading.request().intent();
		return (intent == RequestReading.Intent.APPROVAL_REQUEST || intent == RequestReading.Intent.TASK_ORDER)
				&& reading.request().confidence() >= this.properties.certain();
	}

	private static List<EmailAddress> company(Message message) {
		return message.chat()
			.map(ChatEvidence::members)
			.orElseGet(List::of)
			.stream()
			.flatMap((member) -> member.address().stream())
			.toList();
	}

}
