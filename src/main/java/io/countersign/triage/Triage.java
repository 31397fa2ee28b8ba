package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.intake.Folder;
import io.countersign.intake.MessageRead;
import io.countersign.intake.Messages;
import io.countersign.intake.SightingAdded;
import io.countersign.reading.Reader;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides what a message is to us, in the transaction in which it was read. */
@Component
class Triage {

	private final Correlation correlation;

	private final Insiders insiders;

	private final Requests requests;

	private final DigestReplies digestReplies;

	private final Roles roles;

	private final OwnMail own;

	private final Reviews reviews;

	private final Cases cases;

	private final Messages messages;

	private final Reader reader;

	private final ChatMessages chats;

	private final TriageProperties properties;

	Triage(Correlation correlation, Insiders insiders, Requests requests, DigestReplies digestReplies, Roles roles,
			OwnMail own, Reviews reviews, Cases cases, Messages messages, Reader reader, ChatMessages chats,
			TriageProperties properties) {
		this.correlation = correlation;
		this.insiders = insiders;
		this.requests = requests;
		this.digestReplies = digestReplies;
		this.roles = roles;
		this.own = own;
		this.reviews = reviews;
		this.cases = cases;
		this.messages = messages;
		this.reader = reader;
		this.chats = chats;
		this.properties = properties;
	}

	@EventListener
	void on(MessageRead read) {
		var message = read.message();
		if (message.chat().isPresent()) {
			this.chats.take(message);
			return;
		}
		var ours = this.own.reason(message.from(), message.sender());
		if (ours.isPresent()) {
			this.messages.ignore(message.id(), ours.get());
			return;
		}
		var mail = Letters.of(message, this.properties.zone());
		var people = this.roles.known(message);
		if (this.digestReplies.isOne(message) && this.cases.ofMessages(List.of(message.id())).isEmpty()) {
			this.digestReplies.take(new Incoming(message, this.reader.read(mail), people, read.mode(), read.again()));
			return;
		}
		match(read).ifPresentOrElse(
				(match) -> this.insiders
					.take(new Incoming(message, this.reader.read(mail), people, read.mode(), read.again()), match),
				() -> this.requests
					.take(new Incoming(message, this.reader.readOpening(mail), people, read.mode(), read.again())));
	}

	/**
	 * A copy in Sent Items may be the proof that a held verdict, a mail on the review
	 * list, or somebody who waits outside a case has lacked.
	 */
	@EventListener
	void on(SightingAdded added) {
		if (added.sighting().folder() == Folder.SENT && (isHeld(added) || this.digestReplies.isHeld(added.message())
				|| this.cases.isWaitedFor(added.message()) || this.reviews.find(added.message()).isPresent())) {
			this.messages.readAgain(List.of(added.message()));
		}
	}

	private boolean isHeld(SightingAdded added) {
		return this.cases.ofMessages(List.of(added.message()))
			.stream()
			.flatMap((id) -> this.cases.get(id).verdicts().stream())
			.anyMatch((verdict) -> verdict.state() == Verdict.State.HELD
					&& verdict.decision().message().equals(Optional.of(added.message())));
	}

	/** Where a message has been put once it stays. */
	private Optional<Match> match(MessageRead read) {
		var message = read.message();
		var already = read.again() ? this.cases.ofMessages(List.of(message.id())) : List.<CaseId>of();
		return already.isEmpty() ? this.correlation.find(message)
				: Optional.of(new Match(already.getFirst(), "It is in this case already.", true));
	}

}
