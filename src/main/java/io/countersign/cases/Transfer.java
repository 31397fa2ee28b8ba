package io.countersign.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import io.countersign.documents.Documents;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;
import io.countersign.intake.Party;
import io.countersign.problem.Conflict;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a mail with its files and people from one case to another. */
@Component
class Transfer {

	static final String BY_HAND = "A person looked at it and put it here.";

	private final CaseRepository cases;

	private final CaseReader reader;

	private final RegroupingRepository regroupings;

	private final Opening opening;

	private final Messages messages;

	private final Documents documents;

	private final DocumentChains chains;

	private final CloudCopies copies;

	private final ApplicationEventPublisher events;

	Transfer(CaseRepository cases, CaseReader reader, RegroupingRepository regroupings, Opening opening,
			Messages messages, Documents documents, DocumentChains chains, CloudCopies copies,
			ApplicationEventPublisher events) {
		this.copies = copies;
		this.documents = documents;
		this.chains = chains;
		this.cases = cases;
		this.reader = reader;
		this.regroupings = regroupings;
		this.opening = opening;
		this.messages = messages;
		this.events = events;
	}

	/**
	 * The rows of the messages are locked before the rows of the cases, as everywhere.
	 */
	void announce(List<MessageId> messages, CaseId into) {
		messages.stream()
			.sorted((one, other) -> one.value().compareTo(other.value()))
			.forEach((message) -> this.messages.inCase(message, into.value(), BY_HAND));
	}

	/**
	 * The mails are no longer part of the case.
	 * @return held answers in them, which are dropped
	 */
	List<String> takeOut(CaseRepository.Locked from, Regrouping done, CaseId to, boolean undoing) {
		var dropped = new ArrayList<String>();
		var shared = false;
		for (var message : done.messages()) {
			if (!this.regroupings.detach(from.id(), message)) {
				throw new Conflict("The message %s is not in the case %s any more.".formatted(message, from.id()));
			}
			shared |= this.regroupings.removeDocuments(from.id(), message);
			this.documents.release(from.id().value(), message.value());
			dropped.addAll(this.regroupings.dropHeld(from.id(), message));
			this.events
				.publishEvent(new RegroupingEvent.MessageWithdrawn(from.id(), done, message, to, undoing, from.mode()));
		}
		dropped.forEach((verdict) -> this.events
			.publishEvent(new VerdictEvent.VerdictSuperseded(from.id(), verdict, done.id(), from.mode())));
		if (shared) {
			keepFilesOfOthers(from);
			this.chains.arrangeSoon(from.id(), from.opened());
		}
		return dropped;
	}

	void putIn(CaseRepository.Locked into, Regrouping done, boolean undoing, Instant at) {
		var occasion = undoing ? done.id() + "/undone" : done.id();
		for (var id : done.messages()) {
			var message = this.messages.get(id);
			this.opening.add(into.id(), new Joining(message, people(message), BY_HAND, at), into.opened(), occasion);
		}
		this.chains.carry(Stream.concat(Stream.of(done.caseId()), done.into().stream()).toList(), into);
	}

	/** A file that another mail of the case has brought too stays. */
	private void keepFilesOfOthers(CaseRepository.Locked from) {
		var left = this.reader.find(from.id()).map(CaseView::messages).orElse(List.of());
		for (var joined : left) {
			this.messages.find(joined.message())
				.stream()
				.flatMap((message) -> message.parts().stream())
				.filter((part) -> part.role() != Part.Role.INLINE)
				.forEach((part) -> this.cases.addDocument(from.id(), part.document(), part.name(), part.mediaType(),
						part.size(), joined.message()));
		}
		this.copies.take(from.id());
	}

	/** Whoever comes with a mail is told, and asked nothing. */
	static List<Participant> people(Message message) {
		var seen = new HashSet<EmailAddress>();
		return Stream.of(message.from().stream(), message.to().stream(), message.cc().stream())
			.flatMap((parties) -> parties)
			.filter((party) -> seen.add(party.address()))
			.map(Transfer::informed)
			.toList();
	}

	private static Participant informed(Party party) {
		return new Participant(party.address(), party.displayName(), Role.INFORMED);
	}

}
