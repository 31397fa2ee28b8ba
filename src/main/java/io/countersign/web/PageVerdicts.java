package io.countersign.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import io.countersign.cases.Joining;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what is decided on a page, by the same way as what is decided by mail. */
@Component
class PageVerdicts {

	private static final GateResult CONFIRMED = new GateResult("confirmed (VA-19)", "pass",
			"The person who was asked has signed in and confirmed it.");

	private final Cases cases;

	private final Messages messages;

	private final Wording wording;

	private final Clock clock;

	PageVerdicts(Cases cases, Messages messages, Wording wording, Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.wording = wording;
		this.clock = clock;
	}

	/** The answer and the passing on of the case happen together or not at all. */
	@Transactional
	public Verdict give(PageAnswer given) {
		var id = given.ask().caseId();
		var verdict = this.cases.decide(id, decision(given), "%s/page/%s".formatted(id, given.key()));
		given.delegate().ifPresent((delegate) -> passOn(id, given, delegate.address()));
		return verdict;
	}

	/**
	 * Whoever was asked confirms what was read in a mail under his name. It counts from
	 * now on, by the proof that he has signed in.
	 */
	Verdict confirm(CaseId id, Verdict held) {
		return this.cases.decide(id, held.decision().confirmed(CONFIRMED), null);
	}

	/** What an answer says, once it is given. */
	Decision decision(PageAnswer given) {
		var ask = given.ask();
		var conditions = (given.answer() == Answer.APPROVE_WITH_CONDITIONS && !given.words().isBlank())
				? List.of(given.words()) : List.<String>of();
		return new Decision(ask.id(), given.answer().outcome(), ask.approver(), given.by().address(),
				Decision.Method.PAGE, conditions, given.delegate().map(Person::displayName), "A4",
				List.of(new GateResult("sign-in (UI-8)", "pass", "Signed in as the person who was asked.")),
				Optional.empty(), ask.documents(), Optional.empty(), comment(given), this.clock.instant());
	}

	private String comment(PageAnswer given) {
		return given.until()
			.map((day) -> (this.wording.until(day) + " " + given.words()).strip())
			.orElseGet(given::words);
	}

	/**
	 * Whoever the decision is passed on to is asked about the same files by the same
	 * mail.
	 */
	private void passOn(CaseId id, PageAnswer given, EmailAddress delegate) {
		var now = this.clock.instant();
		this.messages.find(given.ask().message())
			.ifPresent((message) -> this.cases.ask(id, new Joining(message, List.of(), "It asks somebody else.", now),
					List.of(delegate), given.ask().id()));
		this.cases.handOver(id, delegate, "The decision was passed on.", now);
	}

}
