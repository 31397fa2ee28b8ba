package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.identity.Person;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a case to where its answers have put it. */
@Component
class Settling {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final People people;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Settling(CaseRepository cases, CaseReader reader, People people, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reader = reader;
		this.people = people;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A verdict is on record, its case is locked. Whoever decided it, and whoever sends
	 * it back, leaves it to the requester.
	 */
	CaseState settle(CaseRepository.Locked locked, Decision decision) {
		var settlement = of(locked.id(), this.reader.asks(locked.id()));
		var done = settlement.state() == CaseState.DECIDED || decision.outcome() == Outcome.RETURNED;
		bring(locked, settlement, done ? requester(locked.id()) : settlement.next().or(locked::holder),
				"A verdict was given.");
		return settlement.state();
	}

	/**
	 * Other requests stand in a case now, which is locked. One that is closed, or asks
	 * for nothing, stays as it is.
	 */
	CaseState again(CaseRepository.Locked locked) {
		var asks = this.reader.asks(locked.id());
		var settlement = of(locked.id(), asks);
		if (locked.state() == CaseState.CLOSED || asks.isEmpty() || settlement.state() == locked.state()) {
			this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), now());
			return locked.state();
		}
		var done = settlement.state() == CaseState.DECIDED;
		bring(locked, settlement, done ? requester(locked.id()) : settlement.next(),
				"What the case asks for has changed.");
		return settlement.state();
	}

	private Settlement of(CaseId id, List<Ask> asks) {
		return Settlement.of(asks, this.reader.mergedAsks(id), this.reader.verdicts(id), levels(asks));
	}

	private void bring(CaseRepository.Locked locked, Settlement settlement, Optional<EmailAddress> holder,
			String reason) {
		this.cases.change(locked, settlement.state(), holder, settlement.outcome(), now());
		if (!holder.equals(locked.holder())) {
			this.events.publishEvent(new CaseEvent.HolderChanged(locked.id(), holder.orElse(null), reason,
					locked.version(), Optional.empty(), false, locked.mode()));
		}
	}

	private Function<EmailAddress, Level> levels(List<Ask> asks) {
		var known = this.people.findAll(asks.stream().map(Ask::approver).distinct().toList());
		return (address) -> Optional.ofNullable(known.get(address)).flatMap(Person::level).orElse(Level.CASE_WORKER);
	}

	private Optional<EmailAddress> requester(CaseId id) {
		return this.reader.participants(id)
			.stream()
			.filter((one) -> one.role() == Role.REQUESTER)
			.map(Participant::address)
			.findFirst();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
