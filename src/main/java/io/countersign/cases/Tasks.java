package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.problem.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ordered work as a list to work off. A case in which nobody is asked ends with the last
 * of it, and runs again when that was not the end.
 */
@Service
public class Tasks {

	private final JdbcClient database;

	private final CaseRepository cases;

	private final CaseReader reader;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Tasks(JdbcClient database, CaseRepository cases, CaseReader reader, ApplicationEventPublisher events, Clock clock) {
		this.database = database;
		this.cases = cases;
		this.reader = reader;
		this.events = events;
		this.clock = clock;
	}

	/** A task that is done. */
	public record Done(String task, PersonId by, Instant at) {
	}

	public List<Done> done(CaseId id) {
		return this.database.sql("select id, done_by, done_at from task where case_id = :case and done_by is not null")
			.param("case", id.value())
			.query((row, _) -> new Done(row.getString("id"), new PersonId(row.getString("done_by")),
					row.getObject("done_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * @throws NotFound when the case has no such task
	 */
	@Transactional
	public void say(CaseId id, String task, Task.State state, PersonId by) {
		var locked = this.cases.lock(id);
		Refusals.when(locked.state() == CaseState.CLOSED, "The case is closed.");
		var said = view(id).tasks()
			.stream()
			.filter((one) -> one.id().equals(task))
			.findFirst()
			.orElseThrow(() -> new NotFound("task", task));
		var now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		if (said.state() != state) {
			var changed = new Task(said.id(), said.assignee(), said.description(), said.due(), state);
			keep(changed, by, now);
			this.events.publishEvent(new TaskChanged(id, changed, by, now, locked.mode()));
			settle(locked, changed, now);
		}
	}

	/** Work is ordered in a case that has ended by work: it runs again. */
	void ordered(CaseRepository.Locked locked) {
		if (locked.state() == CaseState.DECIDED) {
			view(locked.id()).tasks()
				.stream()
				.filter((one) -> one.state() == Task.State.OPEN)
				.findFirst()
				.ifPresent((open) -> settle(locked, open, this.clock.instant()));
		}
	}

	private void keep(Task task, PersonId by, Instant at) {
		var done = task.state() == Task.State.DONE;
		this.database.sql("update task set state = :state, done_by = :by, done_at = :at where id = :id")
			.param("state", task.state().name())
			.param("by", done ? by.value() : null)
			.param("at", done ? CaseRepository.utc(at) : null)
			.param("id", task.id())
			.update();
	}

	/** Where somebody is asked, his answer ends the case and nothing else does. */
	private void settle(CaseRepository.Locked locked, Task changed, Instant at) {
		var view = view(locked.id());
		if (view.asks().stream().allMatch((ask) -> ask.state() == Ask.State.WITHDRAWN)) {
			var ends = view.tasks().stream().allMatch((one) -> one.state() == Task.State.DONE);
			var holder = ends ? view.requester().map(Participant::address) : Optional.of(changed.assignee());
			if (ends || locked.state() == CaseState.DECIDED) {
				move(locked, ends ? CaseState.DECIDED : CaseState.WAITING, holder, at);
			}
		}
	}

	private void move(CaseRepository.Locked locked, CaseState state, Optional<EmailAddress> holder, Instant at) {
		this.cases.change(locked, state, holder, Optional.empty(), at);
		if (!holder.equals(locked.holder())) {
			this.events.publishEvent(new CaseEvent.HolderChanged(locked.id(), holder.orElse(null),
					(state == CaseState.DECIDED) ? "The ordered work is done."
							: "The ordered work is not done after all.",
					locked.version(), Optional.empty(), false, locked.mode()));
		}
	}

	private CaseView view(CaseId id) {
		return this.reader.find(id).orElseThrow(() -> new CaseNotFound(id.value()));
	}

}
