package io.countersign.triage;

import java.util.List;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** Where a message of a chat is put, so that nobody has to look at it any more. */
@Component
class ChatPlace {

	private final Cases cases;

	private final Messages messages;

	private final Reviews reviews;

	ChatPlace(Cases cases, Messages messages, Reviews reviews) {
		this.cases = cases;
		this.messages = messages;
		this.reviews = reviews;
	}

	void in(CaseView view, Message message, String reason) {
		if (!isIn(view, message.id())) {
			this.cases.join(view.id(), new Joining(message, List.of(), reason, message.receivedAt()));
			this.reviews.settled(message.id());
			this.messages.inCase(message.id(), view.id().value(), reason);
		}
	}

	void nowhere(Message message, String reason) {
		this.reviews.settled(message.id());
		this.messages.ignore(message.id(), reason);
	}

	static boolean isIn(CaseView view, MessageId message) {
		return view.messages().stream().anyMatch((one) -> one.message().equals(message));
	}

}
