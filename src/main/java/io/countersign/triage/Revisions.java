package io.countersign.triage;

import java.time.Clock;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.intake.Folder;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;
import io.countersign.intake.ReadingProgress;
import io.countersign.verdicts.Authorship;
import io.countersign.verdicts.Authorship.Author;

import org.springframework.stereotype.Component;

/** Other files that a requester puts to those he has asked. */
@Component
class Revisions {

	private final Authorship authorship;

	private final ReadingProgress progress;

	private final Messages messages;

	private final Reviews reviews;

	private final OwnMail own;

	private final TriageProperties properties;

	private final Clock clock;

	Revisions(Authorship authorship, ReadingProgress progress, Messages messages, Reviews reviews, OwnMail own,
			TriageProperties properties, Clock clock) {
		this.authorship = authorship;
		this.progress = progress;
		this.messages = messages;
		this.reviews = reviews;
		this.own = own;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether the mail says that it is from the requester, and brings new files. */
	boolean isOne(Incoming incoming, CaseView view) {
		var known = view.documents().stream().map((file) -> file.sha256()).toList();
		return view.state() != CaseState.CLOSED && incoming.automatic().isEmpty()
				&& view.requester().filter((one) -> incoming.isFrom(one.address())).isPresent()
				&& view.asks().stream().map(Ask::approver).anyMatch(incoming::isTo)
				&& view.messages().stream().noneMatch((one) -> one.message().equals(incoming.message().id()))
				&& incoming.message()
					.parts()
					.stream()
					.anyMatch((part) -> isFile(part) && !known.contains(part.document()));
	}

	/**
	 * It counts only when it is as sure who has sent it as it has to be for a verdict.
	 * Until then it is looked at again, or waits for a person, and the case stays as it
	 * is.
	 */
	boolean isProven(Incoming incoming, CaseView view) {
		var message = incoming.message();
		return switch (author(incoming, view)) {
			case Author.Proven _ -> true;
			case Author.Awaited awaited -> {
				this.messages.later(message.id(), this.properties.lookAgain(), awaited.reason());
				yield false;
			}
			case Author.Doubted doubted -> waitsForAPerson(incoming, view,
					"It puts new files to those who were asked, and nothing proves who sent it: " + doubted.reason());
			case Author.Forged forged -> waitsForAPerson(incoming, view, "It was refused: " + forged.reason());
		};
	}

	private Author author(Incoming incoming, CaseView view) {
		var message = incoming.message();
		var sent = incoming.actor().flatMap((actor) -> this.progress.of(actor, Folder.SENT));
		var meantFor = this.own.mailboxes(message);
		view.asks().forEach((ask) -> meantFor.add(ask.approver()));
		return this.authorship.of(message, incoming.people(), sent, meantFor, this.clock.instant());
	}

	private boolean waitsForAPerson(Incoming incoming, CaseView view, String reason) {
		this.reviews.open(incoming.message(), reason, view.id());
		return false;
	}

	private static boolean isFile(Part part) {
		return part.role() != Part.Role.INLINE;
	}

}
