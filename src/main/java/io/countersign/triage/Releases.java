package io.countersign.triage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.countersign.cases.AnswerPolicy;
import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * VA-19: what was held or refused is let through when two people say so, none of them
 * somebody whom it concerns. Its level of proof stays what it was: a held verdict counts
 * at A1, a refused mail never decides.
 */
@Component
public class Releases {

	private final TwoPeople two;

	private final Cases cases;

	private final Messages messages;

	private final Reviews reviews;

	private final Replies replies;

	private final AnswerPolicy policy;

	private final Clock clock;

	Releases(TwoPeople two, Cases cases, Messages messages, Reviews reviews, Replies replies, AnswerPolicy policy,
			Clock clock) {
		this.two = two;
		this.cases = cases;
		this.messages = messages;
		this.reviews = reviews;
		this.replies = replies;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * @return how many more people have to say so
	 */
	@Transactional
	public int verdict(CaseId id, String verdict, Person person) {
		this.two.lock(Wanted.Act.RELEASE, verdict);
		var view = this.cases.get(id);
		var held = view.verdicts()
			.stream()
			.filter((one) -> one.id().equals(verdict) && one.state() == Verdict.State.HELD)
			.findFirst()
			.orElseThrow(() -> new NotFound("held verdict", verdict));
		var decision = held.decision();
		isAnswerable(view, decision);
		concerns(person, view, List.of(decision.decidedFor(), decision.actedBy()));
		var missing = this.two.missing(Wanted.Act.RELEASE, id, verdict, person);
		if (missing == 0) {
			this.cases.decide(id, decision, null);
		}
		return missing;
	}

	/**
	 * @return how many more people have to say so
	 */
	@Transactional
	public int mail(MessageId message, Person person) {
		this.messages.lock(message);
		this.two.lock(Wanted.Act.RELEASE, message.value());
		var likely = this.reviews.likelyCase(message)
			.orElseThrow(() -> new NotFound("message on the review list that may belong to a case", message.value()));
		var mail = this.messages.get(message);
		var writers = new ArrayList<EmailAddress>();
		mail.from().ifPresent((from) -> writers.add(from.address()));
		mail.sender().ifPresent((sender) -> writers.add(sender.address()));
		concerns(person, this.cases.get(likely), writers);
		var missing = this.two.missing(Wanted.Act.RELEASE, likely, message.value(), person);
		if (missing == 0) {
			this.replies.release(message, likely);
		}
		return missing;
	}

	/** Whether this person has said so, and it still stands. */
	public boolean isWantedBy(String subject, Person person) {
		return this.two.isWantedBy(Wanted.Act.RELEASE, subject, person);
	}

	/**
	 * VA-6, VA-23: what could not be answered any more, or asks for better proof, is not
	 * answered by a release either.
	 */
	private void isAnswerable(CaseView view, Decision decision) {
		var ask = view.asks().stream().filter((one) -> one.id().equals(decision.ask())).findFirst();
		var withdrawn = ask.filter((one) -> one.state() == Ask.State.WITHDRAWN).isPresent();
		if (withdrawn || view.state() == CaseState.CLOSED) {
			throw new Conflict(withdrawn ? "The request was withdrawn." : "The case is closed.");
		}
		ask.flatMap((one) -> this.policy.objection(view, one, this.clock.instant(), AnswerPolicy.Voucher.RELEASE))
			.ifPresent((objection) -> {
				throw new Conflict(objection);
			});
	}

	private static void concerns(Person person, CaseView view, Collection<EmailAddress> writers) {
		var requests = view.requester().filter((one) -> one.address().equals(person.address())).isPresent();
		if (requests || writers.contains(person.address())) {
			throw new Conflict("Whoever wrote it, or wants the decision, does not release it.");
		}
	}

}
