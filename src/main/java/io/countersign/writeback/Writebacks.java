package io.countersign.writeback;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.problem.Page;
import io.countersign.work.DueRows;
import io.countersign.writeback.WritebackRepository.Unsent;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The answers we owe or have given. */
@Service
public class Writebacks {

	private final WritebackRepository repository;

	private final ApplicationEventPublisher events;

	private final DueRows due;

	Writebacks(WritebackRepository repository, ApplicationEventPublisher events, DueRows due) {
		this.repository = repository;
		this.events = events;
		this.due = due;
	}

	public List<Writeback> ofCase(CaseId caseId) {
		return this.repository.ofCase(caseId);
	}

	/**
	 * A person has looked what became of an answer that was stuck: it was sent, or it is
	 * to be sent once more.
	 * @throws NotFound when there is no such answer
	 * @throws Conflict when it is not stuck
	 */
	@Transactional
	public Writeback release(String id, boolean sent, String actor) {
		var stuck = this.repository.find(id).orElseThrow(() -> new NotFound("answer", id));
		var state = sent ? Writeback.State.SENT : Writeback.State.DUE;
		if (!this.repository.release(id, state)) {
			throw new Conflict("Only an answer that is stuck can be released.");
		}
		this.events.publishEvent(new AnswerReleased(id, stuck.caseId(), state, actor));
		this.due.wake("writeback");
		return this.repository.find(id).orElseThrow();
	}

	/**
	 * Those that wait or are stuck, oldest first.
	 * @param cursor where the page before ended; null for the first
	 */
	public Page<Writeback> unsent(@Nullable String cursor) {
		return Page.of((limit) -> this.repository.unsent(Page.key(cursor), limit), Unsent::place)
			.map(Unsent::writeback);
	}

}
