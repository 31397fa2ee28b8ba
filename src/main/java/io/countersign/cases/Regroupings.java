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
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;

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

	private final Messages messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Regroupings(CaseRepository cases, CaseReader reader, RegroupingRepository regroupings, Transfer transfer,
			Splitting splitting, Messages messages, ApplicationEventPublisher events, Clock clock) {
		this.cases = cases;
		this.reader = reader;
		this.regroupings = regroupings;
		this.transfer = transfer;
		this.splitting = splitting;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/** The last step that concerns the case and stands. */
	public Optional<Regrouping> last(CaseId id) {
		return this.regroupings.last(id);
	}

	public Optional<Regrouping> find(String id) {
		return this.regroupings.find(id);
	}

	/** It was no decision after all; its requests are withdrawn. */
	@Transactional
	public Regrouping close(CaseId id, PersonId by) {
		var locked = this.cases.lock(id);
		refuse(locked.state() == CaseState.CLOSED, "The case is closed already.");
		refuse(counts(view(id)), "An answer counts in this case, so it was a decision.");
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
		refuse(from.equals(into), "It is in this case already.");
		this.transfer.announce(List.of(message), into);
		var pair = lock(from, into);
		refuse(pair.into().state() == CaseState.CLOSED, "The other case is closed.");
		Tie.of(view(from), message).ifPresent(Regroupings::refuse);
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
	 * The whole case is part of another one. Its requests are withdrawn, because an
	 * answer to them would bind files the other case does not ask about.
	 */
	@Transactional
	public Regrouping merge(CaseId from, CaseId into, PersonId by) {
		refuse(from.equals(into), "It is the same case.");
		var messages = messages(view(from));
		this.transfer.announce(messages, into);
		var pair = lock(from, into);
		refuse(pair.from().state() == CaseState.CLOSED || pair.into().state() == CaseState.CLOSED,
				"One of the cases is closed.");
		refuse(isAnswered(view(from)), "An answer counts in this case or awaits confirmation.");
		refuse(!messages.equals(messages(view(from))), "A mail has just joined the case.");
		var asks = this.regroupings.withdrawAsks(from);
		var tasks = this.regroupings.moveTasks(from, into);
		var done = new Regrouping(newId(), Regrouping.Kind.MERGED, from, Optional.of(into), messages, asks, List.of(),
				tasks, pair.from().state(), by, now());
		this.transfer.takeOut(pair.from(), done, into, false);
		this.transfer.putIn(pair.into(), done, false, done.at());
		this.cases.change(pair.from(), CaseState.CLOSED, pair.from().holder(), Optional.empty(), done.at());
		this.cases.change(pair.into(), pair.into().state(), pair.into().holder(), Optional.empty(), done.at());
		return kept(done, new RegroupingEvent.CaseMerged(from, done, pair.from().mode()),
				new RegroupingEvent.CaseMerged(into, done, pair.into().mode()));
	}

	/**
	 * Mails become a case of their own that asks somebody. They are read again there.
	 * @param along further mails that go with the one that opens the new case
	 */
	@Transactional
	public Regrouping split(CaseId from, MessageId opening, List<MessageId> along, String title, EmailAddress approver,
			PersonId by) {
		var all = Stream.concat(Stream.of(opening), along.stream()).distinct().toList();
		var into = this.splitting.caseOf(opening);
		this.transfer.announce(all, into);
		var locked = this.cases.lock(from);
		all.forEach((message) -> Tie.of(view(from), message).ifPresent(Regroupings::refuse));
		var done = new Regrouping(newId(), Regrouping.Kind.SPLIT, from, Optional.of(into), all, List.of(), List.of(),
				List.of(), locked.state(), by, now());
		var dropped = this.transfer.takeOut(locked, done, into, false);
		var opened = this.splitting.open(view(from), done, title, approver, locked.mode());
		this.cases.change(locked, locked.state(), locked.holder(), Optional.empty(), done.at());
		this.messages.readAgain(all);
		return kept(
				new Regrouping(done.id(), done.kind(), from, done.into(), all, done.asks(), dropped, done.tasks(),
						done.before(), by, done.at()),
				new RegroupingEvent.CaseSplit(from, done, locked.mode()),
				new RegroupingEvent.CaseSplit(into, done, opened.mode()));
	}

	/** Everything is as it was before, unless something rests on it by now. */
	@Transactional
	public Regrouping undo(String id, PersonId by) {
		var done = this.regroupings.find(id).orElseThrow(() -> new NotFound("step that can be undone", id));
		this.transfer.announce(done.messages(), done.caseId());
		var from = done.into()
			.map((into) -> lock(done.caseId(), into).from())
			.orElseGet(() -> this.cases.lock(done.caseId()));
		refuse(!this.regroupings.undo(id, now()), "It is undone already.");
		done.into().ifPresent((into) -> bringBack(done, this.cases.lock(into), from, by));
		this.regroupings.reopenAsks(done.asks());
		this.regroupings.holdAgain(done.verdicts());
		var state = (done.kind() == Regrouping.Kind.MOVED || done.kind() == Regrouping.Kind.SPLIT) ? from.state()
				: done.before();
		this.cases.change(from, state, from.holder(), Optional.empty(), now());
		this.events.publishEvent(new RegroupingEvent.Undone(from.id(), done, by, from.mode()));
		return done;
	}

	private void bringBack(Regrouping done, CaseRepository.Locked into, CaseRepository.Locked from, PersonId by) {
		var view = view(into.id());
		if (done.kind() == Regrouping.Kind.SPLIT) {
			refuse(isAnswered(view), "An answer has come in the new case.");
			refuse(!messages(view).containsAll(done.messages()) || messages(view).size() > done.messages().size(),
					"More mails have come into the new case.");
			this.regroupings.withdrawAsks(into.id());
		}
		else {
			done.messages().forEach((message) -> Tie.of(view, message).ifPresent(Regroupings::refuse));
		}
		this.regroupings.returnTasks(done.tasks(), from.id());
		this.transfer.takeOut(into, done, from.id(), true);
		this.transfer.putIn(from, done, true, now());
		this.cases.change(into, (done.kind() == Regrouping.Kind.SPLIT) ? CaseState.CLOSED : into.state(), into.holder(),
				Optional.empty(), now());
		this.events.publishEvent(new RegroupingEvent.Undone(into.id(), done, by, into.mode()));
	}

	private Regrouping kept(Regrouping done, RegroupingEvent... events) {
		this.regroupings.insert(done);
		Stream.of(events).forEach(this.events::publishEvent);
		return done;
	}

	private void touch(Pair pair, Instant at) {
		this.cases.change(pair.from(), pair.from().state(), pair.from().holder(), Optional.empty(), at);
		this.cases.change(pair.into(), pair.into().state(), pair.into().holder(), Optional.empty(), at);
	}

	/** Two cases are always locked in the same order. */
	private Pair lock(CaseId from, CaseId into) {
		if (from.value().compareTo(into.value()) < 0) {
			var first = this.cases.lock(from);
			return new Pair(first, this.cases.lock(into));
		}
		var first = this.cases.lock(into);
		return new Pair(this.cases.lock(from), first);
	}

	private record Pair(CaseRepository.Locked from, CaseRepository.Locked into) {
	}

	private CaseView view(CaseId id) {
		return this.reader.find(id).orElseThrow(() -> new CaseNotFound(id.value()));
	}

	private static List<MessageId> messages(CaseView view) {
		return view.messages().stream().map(CaseView.JoinedMessage::message).toList();
	}

	private static boolean counts(CaseView view) {
		return view.verdicts().stream().anyMatch(Verdict::counts);
	}

	private static boolean isAnswered(CaseView view) {
		return view.verdicts().stream().anyMatch((verdict) -> verdict.state() != Verdict.State.SUPERSEDED);
	}

	private static void refuse(boolean condition, String sentence) {
		if (condition) {
			throw new Conflict(sentence);
		}
	}

	private static void refuse(Tie tie) {
		throw new Conflict("The mail is tied to its case: " + tie);
	}

	private static String newId() {
		return "rg_" + UUID.randomUUID().toString().replace("-", "");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
