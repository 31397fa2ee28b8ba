package io.countersign.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a mail brings into a case. A mail that nobody vouches for brings nobody: those it
 * names wait, because whoever is in a case can read it.
 */
@Component
class Admitting {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final WaitingRepository waiting;

	private final ApplicationEventPublisher events;

	Admitting(CaseRepository cases, CaseReader reader, WaitingRepository waiting, ApplicationEventPublisher events) {
		this.cases = cases;
		this.reader = reader;
		this.waiting = waiting;
		this.events = events;
	}

	@Transactional
	void letWait(CaseId id, MessageId message, Collection<Participant> people) {
		var locked = this.cases.lock(id);
		var inside = this.reader.participants(id).stream().map(Participant::address).toList();
		var outside = people.stream()
			.filter((person) -> !inside.contains(person.address()))
			.filter((person) -> this.waiting.add(message, person))
			.map(Participant::address)
			.toList();
		if (!outside.isEmpty()) {
			this.events.publishEvent(new ParticipantEvent.ParticipantsWait(id, message, outside, locked.mode()));
		}
	}

	/**
	 * @param by who lets them in; nobody when the mail has been proved
	 */
	@Transactional
	void admit(CaseId id, MessageId message, Optional<PersonId> by) {
		if (!this.waiting.waits(message)) {
			return;
		}
		var locked = this.cases.lock(id);
		var people = this.waiting.take(message);
		for (var person : this.cases.addParticipants(id, people)) {
			this.events.publishEvent(new ParticipantEvent.ParticipantChanged(id, person.address(), person.name(),
					person.role(), locked.mode()));
		}
		if (!people.isEmpty()) {
			this.events.publishEvent(new ParticipantEvent.ParticipantsAdmitted(id, message,
					people.stream().map(Participant::address).toList(), by, locked.mode()));
		}
	}

	/** Answers false when he is in the case already. */
	@Transactional
	boolean add(CaseId id, Participant person, PersonId by) {
		var locked = this.cases.lock(id);
		var added = this.cases.addParticipants(id, List.of(person));
		added.forEach((one) -> this.events.publishEvent(new ParticipantEvent.ParticipantChanged(id, one.address(),
				one.name(), one.role(), Optional.of(by), locked.mode())));
		return !added.isEmpty();
	}

	List<Waiting> waiting(CaseId id) {
		return this.waiting.of(id);
	}

	boolean waits(MessageId message) {
		return this.waiting.waits(message);
	}

}
