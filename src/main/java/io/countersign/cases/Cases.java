package io.countersign.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

import org.springframework.stereotype.Service;

/** The decisions somebody asked for. Whatever changes one does so through here. */
@Service
public class Cases {

	private final CaseReader reader;

	private final TraceReader traces;

	private final Opening opening;

	private final Deciding deciding;

	private final Admitting admitting;

	private final Ordering ordering;

	Cases(CaseReader reader, TraceReader traces, Opening opening, Deciding deciding, Admitting admitting,
			Ordering ordering) {
		this.ordering = ordering;
		this.reader = reader;
		this.traces = traces;
		this.opening = opening;
		this.deciding = deciding;
		this.admitting = admitting;
	}

	/** Opens the case of a message, or answers the one it has opened before. */
	public CaseId open(NewCase opened) {
		return this.opening.open(opened);
	}

	/**
	 * Adds a message with its people and files.
	 * @param reason why it belongs there, in a plain sentence
	 * @return false when it was there already
	 */
	public boolean join(CaseId id, Joining joining) {
		return this.opening.join(id, joining);
	}

	/**
	 * Puts the request once more, with the files of a later message, to everybody who was
	 * asked: the next revision.
	 */
	public void revise(CaseId id, Joining joining) {
		this.opening.revise(id, joining);
	}

	/**
	 * Adds people to a request that was put before, each with an ask of his own about the
	 * same revision and files.
	 */
	public void ask(CaseId id, Joining joining, List<EmailAddress> approvers, AskId same) {
		this.opening.ask(id, joining, approvers, Optional.of(same));
	}

	/** Requests that have come over with another case. */
	public Set<AskId> mergedAsks(CaseId id) {
		return this.reader.mergedAsks(id);
	}

	/** Those of these people who are not in the case wait outside by this mail. */
	public void letWait(CaseId id, MessageId message, Collection<Participant> people) {
		this.admitting.letWait(id, message, people);
	}

	/**
	 * Whoever waits by this mail comes into the case.
	 * @param by who lets them in; nobody when the mail has been proved
	 */
	public void admit(CaseId id, MessageId message, Optional<PersonId> by) {
		this.admitting.admit(id, message, by);
	}

	/**
	 * Somebody brings another into a case.
	 * @return false when he is in it already
	 */
	public boolean add(CaseId id, Participant person, PersonId by) {
		return this.admitting.add(id, person, by);
	}

	/** The people who wait outside a case. */
	public List<Waiting> waiting(CaseId id) {
		return this.admitting.waiting(id);
	}

	/** Whether anybody waits by this mail. */
	public boolean isWaitedFor(MessageId message) {
		return this.admitting.waits(message);
	}

	/**
	 * Opens the case of work that is ordered on a page, or answers the one the same
	 * attempt has opened before.
	 */
	public CaseId order(PageOrder order) {
		return this.ordering.order(order);
	}

	/** Orders work on a case that is there. */
	public void order(CaseId id, MessageId by, EmailAddress orderedBy, List<NewCase.NewTask> tasks) {
		this.opening.order(id, by, orderedBy, tasks);
	}

	/**
	 * Records a verdict that counts. The same reply or key never leaves a second one; a
	 * different later verdict of the same approver supersedes the earlier. One that was
	 * held counts now.
	 */
	public Verdict decide(CaseId id, Decision decision, @Nullable String idempotencyKey) {
		return this.deciding.decide(id, decision, idempotencyKey);
	}

	/** Keeps a verdict that does not count until it is confirmed. */
	public void hold(CaseId id, Decision decision, List<String> reasons) {
		this.deciding.hold(id, decision, reasons);
	}

	/**
	 * An answer of ours belongs to the case, and so does what answers it.
	 * @param internetMessageId normalised
	 */
	public void answered(CaseId id, String internetMessageId) {
		this.opening.answered(id, internetMessageId);
	}

	/**
	 * A held verdict is not what was meant; it never counts. Answers false when it is not
	 * held.
	 */
	public boolean contest(CaseId id, String verdict, PersonId by) {
		return this.deciding.contest(id, verdict, by);
	}

	/** A good answer has come when nothing could be answered any more. */
	public void late(CaseId id, MessageId message, EmailAddress author, String reason) {
		this.deciding.late(id, message, author, reason);
	}

	/** A mail that names the case looks forged; the case only says so. */
	public void warn(CaseId id, MessageId message, String reason) {
		this.deciding.warn(id, message, reason);
	}

	/** The message a verdict was taken from is not any more what it was. */
	public void sourceChanged(CaseId id, String verdict, SourceChange change) {
		this.deciding.sourceChanged(id, verdict, change);
	}

	/**
	 * What its mails and files said is forgotten, in the transaction of the caller; what
	 * was said in the case goes with it.
	 */
	public void purged(CaseId id, PersonId by, int mails, int files) {
		this.deciding.purged(id, by, mails, files);
	}

	/** Where one of these people waits for a decision of somebody. */
	public List<CaseId> waitingFor(EmailAddress approver, Collection<EmailAddress> requesters) {
		return requesters.isEmpty() ? List.of() : this.reader.waitingFor(approver, requesters);
	}

	/** Notes something about a message that decides nothing. */
	public void remark(CaseId id, MessageId message, String note) {
		this.deciding.remark(id, message, note);
	}

	/** Somebody else has it now. */
	public void handOver(CaseId id, EmailAddress holder, String reason, Instant at) {
		this.deciding.handOver(id, new Handover(holder, reason, Optional.empty(), false, at));
	}

	/** A person has moved it to somebody else, and says why. */
	public void handOver(CaseId id, Handover handover) {
		this.deciding.handOver(id, handover);
	}

	public Optional<CaseView> find(CaseId id) {
		return this.reader.find(id);
	}

	/**
	 * @throws CaseNotFound when there is none
	 */
	public CaseView get(CaseId id) {
		return this.reader.find(id).orElseThrow(() -> new CaseNotFound(id.value()));
	}

	/** The cases these messages are in, each once. */
	public List<CaseId> ofMessages(Collection<MessageId> messages) {
		return messages.isEmpty() ? List.of() : this.reader.ofMessages(messages);
	}

	/** Everything a mail shares with cases that are there. */
	public List<Trace> traced(Traces traces) {
		return this.traces.traced(traces);
	}

	/**
	 * The asks that these Message-IDs put, in the order of the ids.
	 * @param internetMessageIds normalised, nearest first
	 */
	public List<Ask> asksNamed(Collection<String> internetMessageIds) {
		return internetMessageIds.isEmpty() ? List.of() : this.reader.asksNamed(internetMessageIds);
	}

	/** Those of these Message-IDs that are ids of mails in a case, ours among them. */
	public Set<String> holding(Collection<String> internetMessageIds) {
		return internetMessageIds.isEmpty() ? Set.of() : this.reader.holding(internetMessageIds);
	}

	/**
	 * Newest first.
	 * @param words part of title or number
	 * @param afterNumber the last number of the page before
	 */
	public List<CaseSummary> list(@Nullable CaseState state, @Nullable EmailAddress holder, @Nullable String words,
			@Nullable String afterNumber, int limit) {
		return this.reader.list(state, holder, words, afterNumber, limit, CaseRights.EVERYTHING);
	}

	/** Cases this person may see, newest number first. */
	public List<CaseSummary> seenBy(Clearance clearance, @Nullable String words, int limit) {
		return this.reader.list(null, null, words, null, limit, CaseRights.of(clearance));
	}

}
