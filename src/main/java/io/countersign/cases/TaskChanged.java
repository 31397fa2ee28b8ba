package io.countersign.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** Somebody says that ordered work is done, or that it is not after all. */
record TaskChanged(CaseId caseId, Task task, PersonId by, Instant at, Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "case/" + this.caseId;
	}

	@Override
	public String type() {
		return "task.changed";
	}

	@Override
	public String key() {
		return "task/%s/%s".formatted(this.task.id(), this.at);
	}

	@Override
	public String actor() {
		return this.by.value();
	}

	@Override
	public Set<String> words() {
		return Set.of("what");
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("task", this.task.id(), "assignee", this.task.assignee().value(), "what", this.task.description(),
				"state", this.task.state().name().toLowerCase(Locale.ROOT));
	}

}
