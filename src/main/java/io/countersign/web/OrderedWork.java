package io.countersign.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Task;
import io.countersign.cases.Tasks;

/**
 * A task of a case, to be ticked off.
 *
 * @param doneBy who says that it is done, by name
 */
record OrderedWork(Task task, Face doer, Optional<String> doneBy, Optional<Instant> doneAt) {

	static List<OrderedWork> of(CasePage page, List<Tasks.Done> done) {
		return page.file().tasks().stream().map((task) -> {
			var said = done.stream().filter((one) -> one.task().equals(task.id())).findFirst();
			return new OrderedWork(task, page.face(task.assignee()), said.map((one) -> page.nameOf(one.by())),
					said.map(Tasks.Done::at));
		}).toList();
	}

	public boolean isDone() {
		return this.task.state() == Task.State.DONE;
	}

}
