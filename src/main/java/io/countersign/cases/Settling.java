package io.countersign.cases;

import java.time.Clock;
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
		var id = locked.id();
		var asks = this.reader.asks(id);
		var settlement = Settlement.of(asks, this.reader.mergedAsks(id), this.reader.verdicts(id), levels(asks));
		var done = settlement.state() == CaseState.DECIDED || decision.outcome() == Outcome.RETURNED;
		var holder = done ? requester(id) : settlement.next().or(locked::holder);
		this.cases.change(locked, settlement.state(), holder, settlement.outcome(),
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		if (!holder.equals(locked.holder())) {
			this.events.publishEvent(new CaseEvent.HolderChanged(id, holder.orElse(null), "A verdict was given.",
					locked.version(), Optional.empty(), false, locked.mode()));
		}
		return settlement.state();
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

}
