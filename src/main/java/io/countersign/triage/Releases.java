package io.countersign.triage;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.problem.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * VA-19: what was held or refused is let through when two people say so. Its level of
 * proof stays what it was: a held verdict counts at A1, a refused mail never decides.
 */
@Component
public class Releases {

	private static final int PEOPLE = 2;

	private final JdbcClient database;

	private final Cases cases;

	private final Reviews reviews;

	private final Replies replies;

	private final ApplicationEventPublisher events;

	Releases(JdbcClient database, Cases cases, Reviews reviews, Replies replies, ApplicationEventPublisher events) {
		this.database = database;
		this.cases = cases;
		this.reviews = reviews;
		this.replies = replies;
		this.events = events;
	}

	/**
	 * @return how many more people have to say so
	 */
	@Transactional
	public int verdict(CaseId id, String verdict, String person) {
		var held = this.cases.get(id)
			.verdicts()
			.stream()
			.filter((one) -> one.id().equals(verdict) && one.state() == Verdict.State.HELD)
			.findFirst()
			.orElseThrow(() -> new NotFound("held verdict", verdict));
		var missing = missing(id, verdict, person);
		if (missing == 0) {
			this.cases.decide(id, held.decision(), null);
		}
		return missing;
	}

	/**
	 * @return how many more people have to say so
	 */
	@Transactional
	public int mail(MessageId message, String person) {
		var likely = this.reviews.likelyCase(message)
			.orElseThrow(() -> new NotFound("message on the review list that may belong to a case", message.value()));
		var missing = missing(likely, message.value(), person);
		if (missing == 0) {
			this.replies.release(message, likely);
		}
		return missing;
	}

	/** Whether this person has said so. */
	public boolean isWantedBy(String subject, String person) {
		return this.database.sql("select count(*) from release where subject = :subject and person = :person")
			.param("subject", subject)
			.param("person", person)
			.query(Integer.class)
			.single() > 0;
	}

	private int missing(CaseId caseId, String subject, String person) {
		this.events.publishEvent(new ReleaseWanted(caseId, subject, person));
		this.database.sql("insert into release (subject, person) values (:subject, :person) on conflict do nothing")
			.param("subject", subject)
			.param("person", person)
			.update();
		var said = this.database.sql("select count(*) from release where subject = :subject")
			.param("subject", subject)
			.query(Integer.class)
			.single();
		return Math.max(0, PEOPLE - said);
	}

}
