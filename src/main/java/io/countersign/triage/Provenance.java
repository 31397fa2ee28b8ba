package io.countersign.triage;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Messages;
import io.countersign.intake.ReadingProgress;
import io.countersign.verdicts.Authorship;
import io.countersign.verdicts.Authorship.Author;

import org.springframework.stereotype.Component;

/**
 * Whether a mail that gives no verdict may change something all the same. It may when it
 * is as sure who has sent it as it has to be for a verdict.
 */
@Component
class Provenance {

	private final Authorship authorship;

	private final ReadingProgress progress;

	private final Messages messages;

	private final Reviews reviews;

	private final OwnMail own;

	private final TriageProperties properties;

	private final Clock clock;

	Provenance(Authorship authorship, ReadingProgress progress, Messages messages, Reviews reviews, OwnMail own,
			TriageProperties properties, Clock clock) {
		this.authorship = authorship;
		this.progress = progress;
		this.messages = messages;
		this.reviews = reviews;
		this.own = own;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Until it is proven it is looked at again, or waits for a person, and nothing is
	 * changed.
	 * @param meantFor to whom such a mail goes, besides those in whose inbox it lies
	 * @param doubt what it does, and that nothing proves who sent it
	 * @param likely the case it may belong to
	 */
	boolean isProven(Incoming incoming, Set<EmailAddress> meantFor, String doubt, Optional<CaseId> likely) {
		return switch (author(incoming, meantFor)) {
			case Author.Proven _ -> true;
			case Author.Awaited awaited -> later(incoming, awaited);
			case Author.Doubted doubted -> waitsForAPerson(incoming, doubt + doubted.reason(), likely);
			case Author.Forged forged -> refused(incoming, forged.reason(), likely);
		};
	}

	/** The same for what is in its case already and need not wait for a person. */
	boolean mayAct(Incoming incoming, Set<EmailAddress> meantFor) {
		return switch (author(incoming, meantFor)) {
			case Author.Proven _ -> true;
			case Author.Awaited awaited -> later(incoming, awaited);
			case Author.Doubted _, Author.Forged _ -> false;
		};
	}

	/**
	 * Whether something speaks against its author. Only what came over a mail server can
	 * have come from outside.
	 */
	Optional<String> forged(Incoming incoming, Set<EmailAddress> meantFor) {
		return (incoming.message().evidence().has("Received")
				&& author(incoming, meantFor) instanceof Author.Forged forged) ? Optional.of(forged.reason())
						: Optional.empty();
	}

	private Author author(Incoming incoming, Set<EmailAddress> meantFor) {
		var message = incoming.message();
		var sent = incoming.actor().flatMap((actor) -> this.progress.of(actor, Folder.SENT));
		var all = new HashSet<>(this.own.mailboxes(message));
		all.addAll(meantFor);
		return this.authorship.of(message, incoming.people(), sent, all, this.clock.instant());
	}

	private boolean later(Incoming incoming, Author.Awaited awaited) {
		this.messages.later(incoming.message().id(), this.properties.lookAgain(), awaited.reason());
		return false;
	}

	private boolean refused(Incoming incoming, String reason, Optional<CaseId> likely) {
		likely.ifPresentOrElse((id) -> this.reviews.open(incoming.message(), Review.REFUSED + reason, id),
				() -> this.reviews.refuse(incoming, reason));
		return false;
	}

	private boolean waitsForAPerson(Incoming incoming, String reason, Optional<CaseId> likely) {
		likely.ifPresentOrElse((id) -> this.reviews.open(incoming.message(), reason, id),
				() -> this.reviews.open(incoming.message(), reason));
		return false;
	}

}
