package io.countersign.triage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.cases.NewCase;
import io.countersign.identity.EmailAddress;
import io.countersign.reading.RequestReading;

import org.springframework.stereotype.Component;

/**
 * Work that a mail orders. It is ordered by those who lead; among colleagues the same
 * words are a favour.
 */
@Component
class Orders {

	static final String DOUBT = "It orders work, and nothing proves who sent it: ";

	private final Roles roles;

	private final TriageProperties properties;

	Orders(Roles roles, TriageProperties properties) {
		this.roles = roles;
		this.properties = properties;
	}

	static Set<EmailAddress> executors(List<NewCase.NewTask> tasks) {
		return tasks.stream().map(NewCase.NewTask::assignee).collect(Collectors.toSet());
	}

	/** The same of a mail that is in a case, where a program orders nothing. */
	List<NewCase.NewTask> wanted(Incoming incoming) {
		return (incoming.automatic().isEmpty() && incoming.request().intent() == RequestReading.Intent.TASK_ORDER)
				? of(incoming) : List.of();
	}

	/**
	 * One task for each person it is clearly ordered of; nothing where that is unclear.
	 */
	List<NewCase.NewTask> of(Incoming incoming) {
		var request = incoming.request();
		if (incoming.leader().isEmpty() || request.confidence() < this.properties.certain()) {
			return List.of();
		}
		var what = request.ask().orElse(Titles.of(incoming.message().subject()));
		var due = Dues.of(incoming.reading(), this.properties.zone());
		return this.roles.asked(incoming).stream().map((assignee) -> new NewCase.NewTask(assignee, what, due)).toList();
	}

}
