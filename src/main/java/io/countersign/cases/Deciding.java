package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a case is decided. Two verdicts on one case are taken one after the other. */
@Component
class Deciding {

	private final CaseRepository cases;

	private final VerdictRepository verdicts;

	private final CaseReader reader;

	private final VersionDoubts doubts;

	private final ForgottenCases forgotten;

	private final Settling settling;

	private final People people;

	private final Sources sources;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Deciding(CaseRepository cases, VerdictRepository verdicts, CaseReader reader, VersionDoubts doubts,
			ForgottenCases forgotten, Settling settling, People people, Sources sources,
			ApplicationEventPublisher events, Clock clock) {
		this.doubts = doubts;
		this.forgotten = forgotten;
		this.settling = settling;
		this.cases = cases;
		this.verdicts = verdicts;
		this.reader = reader;
		this.people = people;
		this.sources = sources;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	Verdict decide(CaseId id, Decision decision, @Nullable String idempotencyKey) {
		var locked = this.cases.lock(id);
		var repeated = Optional.ofNullable(idempotencyKey).flatMap(this.reader::byIdempotencyKey);
		if (repeated.isPresent()) {
			return repeated.get();
		}
		var ask = askToDecide(locked, decision.ask());
		var earlier = earlier(id, decision);
		if (earlier.isPresent() && saysTheSame(earlier.get().decision(), decision)) {
			return earlier.get();
		}
		var verdict = new Verdict(Verdict.id(id, decision.ask(), source(decision, idempotencyKey)),
				Verdict.State.ACTIVE, decision, now(), earlier.map(Verdict::id));
		if (earlier.isPresent() && decision.decidedAt().isBefore(earlier.get().decision().decidedAt())) {
			return overtaken(locked, verdict, earlier.get(), idempotencyKey);
		}
		earlier.filter((own) -> contradicts(decision, own.decision()) && !isOnRecord(id, verdict)).ifPresent((own) -> {
			throw new Conflict("%s has decided otherwise already, and a program does not change that."
				.formatted(own.decision().decidedFor()));
		});
		if (!this.verdicts.add(id, verdict, idempotencyKey) && !this.verdicts.confirm(verdict)) {
			return this.reader.verdicts(id)
				.stream()
				.filter((kept) -> kept.id().equals(verdict.id()))
				.findFirst()
				.orElseThrow(() -> new Conflict("This key or reply has left another verdict."));
		}
		earlier.ifPresent((before) -> {
			this.verdicts.supersede(before.id());
			this.events.publishEvent(new VerdictEvent.VerdictSuperseded(id, before.id(), verdict.id(), locked.mode()));
		});
		this.verdicts.replaceHeld(verdict)
			.forEach((held) -> this.events
				.publishEvent(new VerdictEvent.VerdictSuperseded(id, held, verdict.id(), locked.mode())));
		this.cases.answer(ask.id(), decision.outcome().isFinal());
		var state = this.settling.settle(locked, decision);
		this.doubts.askInReceipt(locked);
		this.events.publishEvent(new VerdictEvent.CaseDecided(id, locked.number(), state, verdict, ask,
				id(decision.decidedFor()), id(decision.actedBy()), this.sources.of(decision), locked.mode()));
		return verdict;
	}

	/**
	 * What was said first and came in last changes nothing any more; it is kept to be
	 * seen.
	 */
	private Verdict overtaken(CaseRepository.Locked locked, Verdict verdict, Verdict later,
			@Nullable String idempotencyKey) {
		var kept = new Verdict(verdict.id(), Verdict.State.SUPERSEDED, verdict.decision(), verdict.recordedAt(),
				Optional.empty());
		if (!this.verdicts.add(locked.id(), kept, idempotencyKey)) {
			this.verdicts.supersede(kept.id());
		}
		this.events.publishEvent(new VerdictEvent.VerdictSuperseded(locked.id(), kept.id(), later.id(), locked.mode()));
		return kept;
	}

	@Transactional
	void hold(CaseId id, Decision decision, List<String> reasons) {
		var locked = this.cases.lock(id);
		var verdict = new Verdict(Verdict.id(id, decision.ask(), source(decision, null)), Verdict.State.HELD, decision,
				now(), Optional.empty());
		if (this.verdicts.add(id, verdict, null)) {
			this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), now());
			this.events.publishEvent(
					new VerdictEvent.VerdictHeld(id, verdict, reasons, this.sources.of(decision), locked.mode()));
		}
	}

	/** The case stays as it is. */
	@Transactional
	void warn(CaseId id, MessageId message, String reason) {
		this.events.publishEvent(new VerdictEvent.MailRefused(id, message, reason, this.cases.lock(id).mode()));
	}

	@Transactional
	void late(CaseId id, MessageId message, EmailAddress author, String reason) {
		this.events
			.publishEvent(new VerdictEvent.AnswerTooLate(id, message, author, reason, this.cases.lock(id).mode()));
	}

	@Transactional
	boolean contest(CaseId id, String verdict, PersonId by) {
		var locked = this.cases.lock(id);
		if (!this.verdicts.drop(id, verdict)) {
			return false;
		}
		this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), now());
		this.events.publishEvent(new VerdictEvent.VerdictContested(id, verdict, by, locked.mode()));
		return true;
	}

	/** What was decided stays decided, in the words in which it was. */
	@Transactional
	void sourceChanged(CaseId id, String verdict, SourceChange change) {
		var locked = this.cases.lock(id);
		if (this.verdicts.changeSource(id, verdict, change)) {
			this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), now());
			this.events.publishEvent(new VerdictEvent.SourceChanged(id, verdict, change, locked.mode()));
		}
	}

	/** It stays closed, and its journal stays as it is. */
	@Transactional
	void purged(CaseId id, PersonId by, int mails, int files) {
		this.cases.lock(id);
		this.forgotten.forget(id);
		this.events.publishEvent(new CasePurged(id, by, mails, files, now()));
	}

	@Transactional
	void remark(CaseId id, MessageId message, String note) {
		var locked = this.cases.lock(id);
		this.events.publishEvent(new CaseEvent.NoteAdded(id, message, note, locked.mode()));
	}

	@Transactional
	void handOver(CaseId id, Handover handover) {
		var locked = this.cases.lock(id);
		var holder = handover.holder();
		if (!locked.holder().equals(Optional.of(holder))) {
			var checking = handover.checking() && isBystander(id, holder);
			this.cases.change(locked, locked.state(), Optional.of(holder), Optional.empty(), handover.at());
			if (checking) {
				this.cases.check(id);
			}
			this.events.publishEvent(new CaseEvent.HolderChanged(id, holder, handover.reason(), locked.version(),
					handover.by(), checking, locked.mode()));
		}
	}

	/** Whoever is asked decides, and whoever asks prepares: neither checks. */
	private boolean isBystander(CaseId id, EmailAddress person) {
		return this.reader.asks(id).stream().noneMatch((ask) -> ask.isOpen() && ask.approver().equals(person))
				&& this.reader.participants(id)
					.stream()
					.noneMatch((one) -> one.role() == Role.REQUESTER && one.address().equals(person));
	}

	/** What was called off meanwhile is decided by nobody any more. */
	private Ask askToDecide(CaseRepository.Locked locked, AskId named) {
		var ask = ask(locked.id(), named);
		if (locked.state() == CaseState.CLOSED || ask.state() == Ask.State.WITHDRAWN) {
			throw new Conflict("The case %s is closed, or the request is withdrawn.".formatted(locked.id()));
		}
		return ask;
	}

	private Ask ask(CaseId id, AskId ask) {
		return this.reader.asks(id)
			.stream()
			.filter((one) -> one.id().equals(ask))
			.findFirst()
			.orElseThrow(() -> new Conflict("The case %s has no ask %s.".formatted(id, ask)));
	}

	private Optional<Verdict> earlier(CaseId id, Decision decision) {
		return this.reader.verdicts(id)
			.stream()
			.filter((kept) -> kept.counts() && kept.decision().ask().equals(decision.ask()))
			.findFirst();
	}

	/** The same reply again, or another one with the same words: no new step. */
	private static boolean saysTheSame(Decision kept, Decision decision) {
		var sameReply = decision.message().isPresent() && kept.message().equals(decision.message());
		return sameReply || (kept.outcome() == decision.outcome() && kept.conditions().equals(decision.conditions()));
	}

	/** What somebody has said is not changed by what is told of him. */
	private static boolean contradicts(Decision told, Decision own) {
		return told.told() && !own.told();
	}

	private boolean isOnRecord(CaseId id, Verdict verdict) {
		return this.reader.verdicts(id).stream().anyMatch((kept) -> kept.id().equals(verdict.id()));
	}

	private static String source(Decision decision, @Nullable String idempotencyKey) {
		return (idempotencyKey != null) ? idempotencyKey
				: decision.message().map(MessageId::value).orElseGet(() -> decision.decidedAt().toString());
	}

	private PersonId id(EmailAddress address) {
		return this.people.find(address).map(Person::id).orElseGet(() -> new PersonId(address.value()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
