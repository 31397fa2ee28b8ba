package io.countersign.triage;

import java.time.Clock;
import java.time.Duration;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.documents.Documents;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.problem.Conflict;
import io.countersign.verdicts.Judgements;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * DP-3: what the mails of a closed case said is forgotten when two people say so. The
 * case's key is destroyed, so that nobody reads its mails and files in a copy that was
 * taken before either; what another case holds too stays there.
 */
@Component
public class Purges {

	private static final int PEOPLE = 2;

	private static final Duration STANDS = Duration.ofDays(7);

	private final ReleaseRepository said;

	private final Cases cases;

	private final Messages messages;

	private final Documents documents;

	private final Judgements judgements;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Purges(ReleaseRepository said, Cases cases, Messages messages, Documents documents, Judgements judgements,
			Clock clock, ApplicationEventPublisher events) {
		this.said = said;
		this.cases = cases;
		this.messages = messages;
		this.documents = documents;
		this.judgements = judgements;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * @return how many more people have to say so
	 * @throws Conflict when the case is not closed
	 */
	@Transactional
	public int purge(CaseId id, Person person) {
		var subject = "purge/" + id;
		this.said.lock(subject);
		var view = this.cases.get(id);
		if (view.state() != CaseState.CLOSED) {
			throw new Conflict("Only a closed case is purged.");
		}
		var at = this.said.say(subject, person.id(), STANDS);
		var missing = Math.max(0, PEOPLE - this.said.count(subject, STANDS));
		at.ifPresent((moment) -> this.events.publishEvent(new PurgeWanted(id, person.id(), missing, moment)));
		if (missing == 0) {
			this.said.forget(subject);
			forget(view, person);
		}
		return missing;
	}

	/** The key first: after that it is known what nobody else holds. */
	private void forget(CaseView view, Person person) {
		var mails = view.messages().stream().map(CaseView.JoinedMessage::message).sorted(Purges::byName).toList();
		var closed = this.documents.destroyKey(view.id().value());
		this.judgements.forget(mails);
		mails.forEach(this.messages::purge);
		this.documents.purge(closed, mails.stream().map(MessageId::value).toList());
		this.events
			.publishEvent(new CasePurged(view.id(), person.id(), mails.size(), closed.size(), this.clock.instant()));
	}

	private static int byName(MessageId one, MessageId other) {
		return one.value().compareTo(other.value());
	}

}
