package io.countersign.cases;

import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** Looks up what a decision comes from. */
@Component
class Sources {

	private final Messages messages;

	private final Grounds grounds;

	Sources(Messages messages, Grounds grounds) {
		this.messages = messages;
		this.grounds = grounds;
	}

	Source of(Decision decision) {
		return new Source(decision.message().flatMap(this.messages::raw), this.grounds.of(decision));
	}

}
