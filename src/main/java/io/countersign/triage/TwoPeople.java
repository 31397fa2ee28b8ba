package io.countersign.triage;

import java.time.Duration;

import io.countersign.cases.CaseId;
import io.countersign.identity.Person;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is done only when two people say so. What one has said stands for a week. */
@Component
class TwoPeople {

	private static final int NEEDED = 2;

	private static final Duration STANDS = Duration.ofDays(7);

	private final ReleaseRepository said;

	private final ApplicationEventPublisher events;

	TwoPeople(ReleaseRepository said, ApplicationEventPublisher events) {
		this.said = said;
		this.events = events;
	}

	/** Nobody else says anything of it until the transaction of the caller ends. */
	void lock(Wanted.Act act, String subject) {
		this.said.lock(act.of(subject));
	}

	boolean isWantedBy(Wanted.Act act, String subject, Person person) {
		return this.said.isSaid(act.of(subject), person.id(), STANDS);
	}

	boolean isWanted(Wanted.Act act, String subject) {
		return this.said.count(act.of(subject), STANDS) > 0;
	}

	/** One more person says so. Answers how many are missing then. */
	int missing(Wanted.Act act, CaseId caseId, String subject, Person person) {
		var at = this.said.say(act.of(subject), person.id(), STANDS);
		var missing = Math.max(0, NEEDED - this.said.count(act.of(subject), STANDS));
		at.ifPresent(
				(moment) -> this.events.publishEvent(new Wanted(act, caseId, subject, person.id(), missing, moment)));
		if (missing == 0) {
			this.said.forget(act.of(subject));
		}
		return missing;
	}

}
