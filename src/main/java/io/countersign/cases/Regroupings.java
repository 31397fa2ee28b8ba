package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people put right which mails make a case. Nothing is deleted, nothing that counts
 * is taken from its evidence, and each step can be undone until something rests on it.
 */
@Service
public class Regroupings {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final RegroupingRepository regroupings;

	private final Transfer transfer;

	private final Splitting splitting;

	private final Settling settling;

	private final Undoing undoing;

	private final Messages messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Regroupings(CaseRepository cases, CaseReader reader, RegroupingRepository regroupings, Transfer transfer,
			Splitting splitting, Settling settling, Undoing undoing, Messages messages,
			ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reader = reader;
		this.regroupings = regroupings;
		this.transfer = transfer;
		this.splitting = splitting;
		this.settling = settling;
		this.undoing = undoing;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/** The last step that concerns the case and stands. */
	public Optional<Regrouping> last(CaseId id) {
		return this.regroupings.last(id);
	}

	/** The cases that have mails of this one now, the last first. */
	public List<CaseId> leftTo(CaseId id) {
		return this.regroupings.leftTo(id);
	}

	public Optional<Regrouping> find(String id) {
		return this.regroupings.find(id);
	}

	/** It was no decision after all; its requests are withdrawn. */
	@Transactional
	public Regrouping close(CaseId id, PersonId by) {
		var locked = this.cases.lock(id);
		Refusals.when(locked.state() == CaseState.CLOSED, "The case is closed already.");
		Refusals.when(counts(view(id)), "An answer counts in this case, so it was a decision.");
		var asks = this.regroupings.withdrawAsks(id);
		var done = new Regrouping(newId(), Regrouping.Kind.CLOSED, id, Optional.empty(), List.of(), asks, List.of(),
				List.of(), locked.state(), by, now());
		this.cases.change(locked, CaseState.CLOSED, locked.holder(), Optional.empty(), done.at());
		return kept(done, new RegroupingEvent.CaseClosed(id, done, locked.mode()));
	}

	/**
	 * A mail belongs to another case. What it says is read again there, by the same
	 * rules.
	 */
	@Transactional
	public Regrouping move(MessageId message, CaseId from, CaseId into, PersonId by) {
		Refusals.when(from.equals(into), "It is in this case already.");
		this.transfer.announce(List.of(message), into);
		var pair = CasePair.lock(this.cases, from, into);
		Refusals.when(pair.into().state() == CaseState.CLOSED, "The other case is closed.");
		Refusals.whenTied(view(from), List.of(message));
		var done = new Regrouping(newId(), Regrouping.Kind.MOVED, from, Optional.of(into), List.of(message), List.of(),
				List.of(), List.of(), pair.from().state(), by, now());
		var dropped = this.transfer.takeOut(pair.from(), done, into, false);
		this.transfer.putIn(pair.into(), done, false, done.at());
		touch(pair, done.at());
		this.messages.readAgain(List.of(message));
		return kept(new Regrouping(done.id(), done.kind(), from, done.into(), done.messages(), done.asks(), dropped,
				done.tasks(), done.before(), by, done.at()));
	}

	/**
	 * The whole case is part of another one. What it asked is still asked there, each
	 * request about its own files, so that an answer to its mails finds what it answers.
	 */
	@Transactional
	public Regrouping merge(CaseId from, CaseId into, PersonId by) {
		Refusals.when(from.equals(into), "It is the same case.");
		var messages = Refusals.messages(view(from));
		this.transfer.announce(messages, into);
		var pair = CasePair.lock(this.cases, from, into);
		Refusals.when(pair.from().state() == CaseState.CLOSED || pair.into().state() == CaseState.CLOSED,
				"One of the cases is closed.");
		Refusals.when(Refusals.isAnswered(view(from)), "An answer counts in this case or awaits confirmation.");
		Refusals.when(!messages.equals(Refusals.messages(view(from))), "A mail has just joined the case.");
		var asks = this.regroupings.moveAsks(from, into);
		var tasks = this.regroupings.moveTasks(from, into);
		var done = new Regrouping(newId(), Regrouping.Kind.MERGED, from, Optional.of(into), messages, asks, List.of(),
				tasks, pair.from().state(), by, now());
		this.transfer.takeOut(pair.from(), done, into, false);
		this.transfer.putIn(pair.into(), done, false, done.at());
		this.cases.change(pair.from(), CaseState.CLOSED, pair.from().holder(), Optional.empty(), done.at());
		return kept(done, new RegroupingEvent.CaseMerged(from, CaseState.CLOSED, done, pair.from().mode()),
				new RegroupingEvent.CaseMerged(into, this.settling.again(pair.into()), done, pair.into().mode()));
	}

	/**
	 * Mails become a case of their own that asks somebody. No verdict is taken from what
	 * was answered before: nobody was asked then what the case says now.
	 * @param along further mails that go with the one that opens the new case
	 */
	@Transactional
	public Regrouping split(CaseId from, MessageId opening, List<MessageId> along, String title, EmailAddress approver,
			PersonId by) {
		var all = Stream.concat(Stream.of(opening), along.stream()).distinct().toList();
		var into = this.splitting.caseOf(opening);
		this.transfer.announce(all, into);
		var locked = this.cases.lock(from);
		Refusals.whenTied(view(from), all);
		var done = new Regrouping(newId(), Regrouping.Kind.SPLIT, from, Optional.of(into), all, List.of(), List.of(),
				List.of(), locked.state(), by, now());
		var dropped = this.transfer.takeOut(locked, done, into, false);
		var opened = this.splitting.open(view(from), done, title, approver, locked.opened());
		this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), done.at());
		return kept(
				new Regrouping(done.id(), done.kind(), from, done.into(), all, done.asks(), dropped, done.tasks(),
						done.before(), by, done.at()),
				new RegroupingEvent.CaseSplit(from, done, locked.mode()),
				new RegroupingEvent.CaseSplit(into, done, opened.mode()));
	}

	/** Everything is as it was before, unless something rests on it by now. */
	public Regrouping undo(String id, PersonId by) {
		return this.undoing.undo(id, by);
	}

	private Regrouping kept(Regrouping done, RegroupingEvent... events) {
		this.regroupings.insert(done);
		Stream.of(events).forEach(this.events::publishEvent);
		return done;
	}

	private void touch(CasePair pair, Instant at) {
		this.cases.change(pair.from(), pair.from().state(), pair.from().holder(), Optional.empty(), at);
		this.cases.change(pair.into(), pair.into().state(), pair.into().holder(), Optional.empty(), at);
	}

	private CaseView view(CaseId id) {
		return this.reader.find(id).orElseThrow(() -> new CaseNotFound(id.value()));
	}

	private static boolean counts(CaseView view) {
		return view.verdicts().stream().anyMatch(Verdict::counts);
	}

	private static String newId() {
		return "rg_" + UUID.randomUUID().toString().replace("-", "");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
