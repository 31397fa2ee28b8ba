package io.countersign.cases;

import java.time.ZoneOffset;
import java.util.List;

import io.countersign.journal.Mode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a case begins that no mail has opened. */
@Component
class Ordering {

	private static final String TYPE = "beslutning";

	private final CaseRepository cases;

	private final CaseNumbers numbers;

	private final ApplicationEventPublisher events;

	Ordering(CaseRepository cases, CaseNumbers numbers, ApplicationEventPublisher events) {
		this.cases = cases;
		this.numbers = numbers;
		this.events = events;
	}

	@Transactional
	CaseId order(PageOrder order) {
		var name = order.name();
		var id = Opening.caseOf(name);
		if (this.cases.openedBy(name).isPresent()) {
			return id;
		}
		var number = this.numbers.next(order.at().atOffset(ZoneOffset.UTC).getYear());
		var assignee = order.assignee().address();
		if (!this.cases.insert(id, number, order, TYPE)) {
			return id;
		}
		this.events
			.publishEvent(new CaseEvent.CaseOpened(id, number, order.title(), TYPE, name, order.due(), Mode.LIVE));
		for (var person : this.cases.addParticipants(id, List.of(order.orderedBy(), order.assignee()))) {
			this.events.publishEvent(new ParticipantEvent.ParticipantChanged(id, person.address(), person.name(),
					person.role(), Mode.LIVE));
		}
		var task = new Task(Task.idOf(id, name, assignee, order.what()), assignee, order.what(), order.due(),
				Task.State.OPEN);
		this.cases.addTask(id, task);
		this.events.publishEvent(new AskEvent.TaskOrdered(id, name, task, order.orderedBy().address(), Mode.LIVE));
		return id;
	}

}
