package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.QuestionSeal;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.verdicts.ThreadFacts;

import org.springframework.stereotype.Component;

/** Looks at the thread a reply stands in. */
@Component
class Threads {

	private final Cases cases;

	private final Messages messages;

	private final QuestionSeal seal;

	private final TriageProperties properties;

	Threads(Cases cases, Messages messages, QuestionSeal seal, TriageProperties properties) {
		this.cases = cases;
		this.messages = messages;
		this.seal = seal;
		this.properties = properties;
	}

	/**
	 * Whether the mail it answers may still be read; it is looked at again in a moment.
	 */
	boolean isAwaited(Message reply) {
		if (unseen(reply).isEmpty() || !this.messages.isYoung(reply, this.properties.parentPatience())) {
			return false;
		}
		this.messages.later(reply.id(), this.properties.lookAgain(), "The mail it answers may still come.");
		return true;
	}

	ThreadFacts of(Message reply, CaseView view) {
		var titles = view.asks()
			.stream()
			.map(Ask::message)
			.distinct()
			.flatMap((id) -> this.messages.find(id).stream())
			.map((asking) -> asking.subject().isBlank() ? "" : Titles.of(asking.subject()))
			.collect(Collectors.toSet());
		return new ThreadFacts(titles, unseen(reply), namesake(reply));
	}

	/**
	 * Another mail under the same Message-ID in another place of the thread, as somebody
	 * makes one who sends a mail once more as an answer to something else.
	 */
	Optional<MessageId> namesake(Message message) {
		return message.internetMessageId()
			.map(this.messages::byInternetMessageId)
			.orElseGet(List::of)
			.stream()
			.filter((id) -> !id.equals(message.id()))
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((other) -> !other.threading().ancestors().equals(message.threading().ancestors()))
			.map(Message::id)
			.findFirst();
	}

	/**
	 * What we send comes back through watched mailboxes only; whether a question was put
	 * is known by its name.
	 */
	private Set<String> unseen(Message reply) {
		return reply.threading()
			.ancestors()
			.stream()
			.limit(1)
			.filter((named) -> !this.seal.hasForm(named))
			.filter((named) -> !this.messages.hasSeen(named) && this.cases.holding(List.of(named)).isEmpty())
			.collect(Collectors.toSet());
	}

}
