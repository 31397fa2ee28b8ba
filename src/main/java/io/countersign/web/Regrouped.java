package io.countersign.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Regrouping;
import io.countersign.cases.Regroupings;
import io.countersign.identity.Person;

import org.springframework.stereotype.Component;

/** Says on a case's page what somebody has put right about it, and lets it be undone. */
@Component
class Regrouped {

	/** Of a case that is still open it is news for this long. */
	private static final Duration NEWS = Duration.ofDays(1);

	private final Regroupings regroupings;

	private final Cases cases;

	private final CaseAccess access;

	private final Clock clock;

	Regrouped(Regroupings regroupings, Cases cases, CaseAccess access, Clock clock) {
		this.regroupings = regroupings;
		this.cases = cases;
		this.access = access;
		this.clock = clock;
	}

	/**
	 * @param key of the words
	 * @param other the case on the other side, where the reader may see it
	 */
	record Notice(Regrouping step, String key, Optional<CaseView> other, boolean mayUndo) {
	}

	boolean mayChange(CaseView view, Person me) {
		return this.access.mayChange(me, view);
	}

	Optional<Notice> of(CaseView view, Person me) {
		return this.regroupings.last(view.id())
			.filter((step) -> view.state() == CaseState.CLOSED || isNews(step))
			.map((step) -> notice(step, view, me));
	}

	private Notice notice(Regrouping step, CaseView view, Person me) {
		var here = step.caseId().equals(view.id());
		var other = here ? step.into().flatMap(this.cases::find) : this.cases.find(step.caseId());
		var seen = other.filter((one) -> this.access.maySee(me, one.id()));
		var mayUndo = mayChange(view, me) && other.filter((one) -> !mayChange(one, me)).isEmpty();
		return new Notice(step, "%s.%s".formatted(step.kind(), here ? "from" : "into"), seen, mayUndo);
	}

	private boolean isNews(Regrouping step) {
		return step.at().isAfter(this.clock.instant().minus(NEWS));
	}

}
