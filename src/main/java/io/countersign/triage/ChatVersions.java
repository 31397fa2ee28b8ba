package io.countersign.triage;

import java.util.List;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.SourceChange;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** What is said in a chat may be changed or deleted by who has said it. */
@Component
class ChatVersions {

	private final Cases cases;

	private final Messages messages;

	ChatVersions(Cases cases, Messages messages) {
		this.cases = cases;
		this.messages = messages;
	}

	/** The other versions of it that have been read. */
	List<Message> others(Message message) {
		return this.messages.byInternetMessageId(chat(message).key())
			.stream()
			.filter((id) -> !id.equals(message.id()))
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((one) -> one.chat().isPresent())
			.toList();
	}

	/** Why it comes to where an earlier version of it is. */
	String reason(Message version) {
		return chat(version).isDeleted() ? "Its author has deleted a message of this case."
				: "It is another version of a message of this case.";
	}

	/**
	 * What was taken from an earlier version stays, and is marked. Answers whether
	 * nothing more is to be taken from this one.
	 */
	boolean replaces(Message message, CaseView view, List<Message> others) {
		var chat = chat(message);
		var earlier = others.stream()
			.filter((one) -> chat(one).modifiedAt().isBefore(chat.modifiedAt()))
			.map(Message::id)
			.toList();
		var rested = view.verdicts()
			.stream()
			.filter((verdict) -> verdict.decision().message().filter(earlier::contains).isPresent())
			.toList();
		var kind = chat.isDeleted() ? SourceChange.Kind.DELETED : SourceChange.Kind.EDITED;
		var at = chat.deletedAt().or(chat::editedAt).orElse(chat.modifiedAt());
		rested.forEach((verdict) -> this.cases.sourceChanged(view.id(), verdict.id(),
				new SourceChange(kind, message.id(), at)));
		return chat.isDeleted() || !rested.isEmpty();
	}

	private static ChatEvidence chat(Message message) {
		return message.chat().orElseThrow();
	}

}
