package io.countersign.web;

import io.countersign.cases.Ask;
import io.countersign.cases.Cases;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.work.Claim;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts on the case what nobody has taken back. */
@Component
class AnswerGiver implements Work {

	private static final Logger log = LoggerFactory.getLogger(AnswerGiver.class);

	private final PendingAnswers pending;

	private final PageVerdicts verdicts;

	private final Cases cases;

	private final People people;

	AnswerGiver(PendingAnswers pending, PageVerdicts verdicts, Cases cases, People people) {
		this.pending = pending;
		this.verdicts = verdicts;
		this.cases = cases;
		this.people = people;
	}

	/** What is asked must still be what was answered. */
	@Override
	@Transactional
	public void work(Claim claim) {
		var kept = this.pending.claimed(claim);
		if (kept.isEmpty()) {
			return;
		}
		var answer = kept.get();
		var person = this.people.find(answer.person()).filter(Person::inDirectory);
		var ask = person.flatMap((one) -> CasePages.openAsk(this.cases.get(answer.caseId()), one))
			.filter((open) -> open.id().equals(answer.ask()));
		if (ask.isEmpty()) {
			this.pending.settle(claim, PendingAnswer.State.OVERTAKEN);
			log.atInfo().addKeyValue("case", answer.caseId()).log("An answer came too late");
		}
		else if (this.pending.remove(claim)) {
			this.verdicts.give(given(answer, ask.get(), person.orElseThrow()));
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		this.pending.settle(claim, PendingAnswer.State.FAILED);
	}

	private PageAnswer given(PendingAnswer kept, Ask ask, Person by) {
		return new PageAnswer(by, ask, kept.answer(), kept.words(), kept.delegate().flatMap(this.people::find),
				kept.until(), kept.form());
	}

}
