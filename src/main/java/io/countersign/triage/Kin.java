package io.countersign.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Cases;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.ReadingProgress;
import io.countersign.intake.Sighting;

import org.springframework.stereotype.Component;

/**
 * The mails of a thread that come in another order than they were written: one that would
 * open a case waits a while for those before it, and those that come later still find the
 * case it has opened.
 */
@Component
class Kin {

	private final Messages messages;

	private final Cases cases;

	private final ReadingProgress progress;

	private final TriageProperties properties;

	Kin(Messages messages, Cases cases, ReadingProgress progress, TriageProperties properties) {
		this.messages = messages;
		this.cases = cases;
		this.progress = progress;
		this.properties = properties;
	}

	/**
	 * Whether a mail it answers or hands on may still come or is still to be settled; it
	 * is looked at again then, or in a moment.
	 */
	boolean isAwaited(Incoming incoming) {
		var message = incoming.message();
		if (message.earlier().isEmpty() || !this.messages.isYoung(message, this.properties.parentPatience())) {
			return false;
		}
		// In this order: what turns up in between is not settled yet.
		if (this.messages.misses(message) && !isPast(incoming)) {
			return later(message, "A mail it answers or hands on may still come.");
		}
		return this.messages.isAheadOfItsThread(message)
				&& later(message, "A mail it answers or hands on has not been settled.");
	}

	private boolean later(Message message, String reason) {
		this.messages.later(message.id(), this.properties.lookAgain(), reason);
		return true;
	}

	/**
	 * None comes any more when the mailboxes of all it names have been read past its
	 * receipt.
	 */
	private boolean isPast(Incoming incoming) {
		var message = incoming.message();
		var mailboxes = new HashSet<>(incoming.people().keySet());
		message.sightings().stream().map(Sighting::mailbox).forEach(mailboxes::add);
		return this.progress.isPast(mailboxes, message.receivedAt());
	}

	/** The case that an answer to this mail has opened before it came. */
	Optional<Match> answering(Message message) {
		return match(message.internetMessageId().stream().toList(), "A mail of this case answers it or hands it on.");
	}

	/** The case of another answer to a mail that has not come. */
	Optional<Match> beside(Message message) {
		return match(List.copyOf(message.threading().ancestors()), "A mail of this case answers the same mail.");
	}

	/** Several cases that fit are a doubt, and no reason for one more. */
	private Optional<Match> match(List<String> names, String reason) {
		var found = this.cases.ofMessages(this.messages.expecting(names));
		return found.stream().findFirst().map((id) -> new Match(id, reason, found.size() == 1));
	}

}
