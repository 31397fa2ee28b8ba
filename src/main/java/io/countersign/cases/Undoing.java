package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.countersign.identity.PersonId;
import io.countersign.problem.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a regrouping back, unless something rests on it by now. */
@Component
class Undoing {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final RegroupingRepository regroupings;

	private final Transfer transfer;

	private final Settling settling;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Undoing(CaseRepository cases, CaseReader reader, RegroupingRepository regroupings, Transfer transfer,
			Settling settling, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reader = reader;
		this.regroupings = regroupings;
		this.transfer = transfer;
		this.settling = settling;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	Regrouping undo(String id, PersonId by) {
		var done = this.regroupings.find(id).orElseThrow(() -> new NotFound("step that can be undone", id));
		this.transfer.announce(done.messages(), done.caseId());
		var pair = done.into().map((into) -> CasePair.lock(this.cases, done.caseId(), into));
		var from = pair.map(CasePair::from).orElseGet(() -> this.cases.lock(done.caseId()));
		Refusals.when(!this.regroupings.undo(id, now()), "It is undone already.");
		pair.ifPresent((both) -> bringBack(done, both, by));
		this.regroupings.reopenAsks(done.asks());
		this.regroupings.holdAgain(done.verdicts());
		var hadEnded = done.kind() == Regrouping.Kind.CLOSED || done.kind() == Regrouping.Kind.MERGED;
		var state = hadEnded ? done.before() : from.state();
		this.cases.change(from, state, from.holder(), Optional.empty(), now());
		this.events.publishEvent(new RegroupingEvent.Undone(from.id(), state, done, by, from.mode()));
		return done;
	}

	private void bringBack(Regrouping done, CasePair pair, PersonId by) {
		var into = pair.into();
		var wasSplit = done.kind() == Regrouping.Kind.SPLIT;
		if (done.kind() == Regrouping.Kind.MERGED) {
			Refusals.when(view(into).verdicts().stream().anyMatch((one) -> done.asks().contains(one.decision().ask())),
					"An answer to it has come in the other case.");
			this.regroupings.returnAsks(done.asks(), into.id(), pair.from().id());
		}
		check(done, view(into), wasSplit);
		if (wasSplit) {
			this.regroupings.withdrawAsks(into.id());
		}
		this.regroupings.returnTasks(done.tasks(), pair.from().id());
		this.transfer.takeOut(into, done, pair.from().id(), true);
		this.transfer.putIn(pair.from(), done, true, now());
		var state = wasSplit ? closed(into) : this.settling.again(into);
		this.events.publishEvent(new RegroupingEvent.Undone(into.id(), state, done, by, into.mode()));
	}

	private CaseState closed(CaseRepository.Locked locked) {
		this.cases.change(locked, CaseState.CLOSED, locked.holder(), Optional.empty(), now());
		return CaseState.CLOSED;
	}

	private CaseView view(CaseRepository.Locked locked) {
		return this.reader.find(locked.id()).orElseThrow(() -> new CaseNotFound(locked.id().value()));
	}

	private static void check(Regrouping done, CaseView view, boolean wasSplit) {
		if (!wasSplit) {
			Refusals.whenTied(view, done.messages());
			return;
		}
		var messages = Refusals.messages(view);
		Refusals.when(Refusals.isAnswered(view), "An answer has come in the new case.");
		Refusals.when(!messages.containsAll(done.messages()) || messages.size() > done.messages().size(),
				"More mails have come into the new case.");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
