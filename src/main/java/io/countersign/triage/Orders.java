package io.countersign.triage;

import java.util.List;

import io.countersign.cases.NewCase;

import org.springframework.stereotype.Component;

/**
 * Work that a mail orders. It is ordered by those who lead; among colleagues the same
 * words are a favour.
 */
@Component
class Orders {

	private final Roles roles;

	private final TriageProperties properties;

	Orders(Roles roles, TriageProperties properties) {
		this.roles = roles;
		this.properties = properties;
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
