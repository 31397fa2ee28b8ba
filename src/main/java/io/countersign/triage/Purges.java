package io.countersign.triage;

import java.util.stream.Stream;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.documents.Documents;
import io.countersign.identity.Absences;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Journal;
import io.countersign.problem.Conflict;
import io.countersign.protection.LegalHold;
import io.countersign.protection.LegalHolds;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * DP-3: what was said in a case that is over is forgotten when two people say so. The
 * case's key is destroyed, so that nobody reads its mails and files in a copy that was
 * taken before either; what another case holds too stays there.
 */
@Component
public class Purges {

	private final TwoPeople two;

	private final Cases cases;

	private final Messages messages;

	private final Documents documents;

	private final Judgements judgements;

	private final Reviews reviews;

	private final Absences absences;

	private final LegalHolds holds;

	private final Journal journal;

	Purges(TwoPeople two, Cases cases, Messages messages, Documents documents, Judgements judgements, Reviews reviews,
			Absences absences, LegalHolds holds, Journal journal) {
		this.two = two;
		this.cases = cases;
		this.messages = messages;
		this.documents = documents;
		this.judgements = judgements;
		this.reviews = reviews;
		this.absences = absences;
		this.holds = holds;
		this.journal = journal;
	}

	/** How far a purge has come, for somebody who may ask for it. */
	public enum Standing {

		/** The case still waits for an answer. */
		OPEN,

		/** A legal hold keeps it. */
		HELD,

		/** It is purged. */
		GONE,

		/** Nobody has asked for it. */
		FREE,

		/** He has asked for it himself and one more has to. */
		MINE,

		/** Somebody else has asked for it: he would be the second. */
		OTHERS;

		/** Whether it would help if he asked for it. */
		public boolean mayAsk() {
			return this == FREE || this == OTHERS;
		}

	}

	/** It changes nothing. */
	@Transactional
	public Standing standing(CaseId id, Person person) {
		var view = this.cases.get(id);
		if (view.state() == CaseState.WAITING) {
			return Standing.OPEN;
		}
		if (view.participants().isEmpty()) {
			return Standing.GONE;
		}
		if (this.holds.of(id).isPresent()) {
			return Standing.HELD;
		}
		if (this.two.isWantedBy(Wanted.Act.PURGE, id.value(), person)) {
			return Standing.MINE;
		}
		return this.two.isWanted(Wanted.Act.PURGE, id.value()) ? Standing.OTHERS : Standing.FREE;
	}

	/**
	 * @return how many more people have to say so
	 * @throws Conflict when the case still waits for an answer, or is under legal hold
	 */
	@Transactional(propagation = Propagation.NESTED)
	public int purge(CaseId id, Person person) {
		this.two.lock(Wanted.Act.PURGE, id.value());
		var view = this.cases.get(id);
		if (view.state() == CaseState.WAITING) {
			throw new Conflict("Only a case that is decided or closed is purged.");
		}
		this.holds.of(id).map(LegalHold::sentence).ifPresent((reason) -> {
			throw new Conflict(reason);
		});
		var missing = this.two.missing(Wanted.Act.PURGE, id, id.value(), person);
		if (missing == 0) {
			forget(view, person);
		}
		return missing;
	}

	/** The key first: after that it is known what nobody else holds. */
	private void forget(CaseView view, Person person) {
		var mails = view.messages().stream().map(CaseView.JoinedMessage::message).sorted(Purges::byName).toList();
		var names = mails.stream().map(MessageId::value).toList();
		var closed = this.documents.destroyKey(view.id().value());
		this.judgements.forget(mails);
		this.reviews.forget(mails);
		this.absences.forget(names);
		mails.forEach(this.messages::purge);
		this.documents.purge(closed, names);
		this.journal
			.forget(Stream.concat(Stream.of("case/" + view.id()), names.stream().map("message/"::concat)).toList());
		this.cases.purged(view.id(), person.id(), mails.size(), closed.size());
	}

	private static int byName(MessageId one, MessageId other) {
		return one.value().compareTo(other.value());
	}

}
