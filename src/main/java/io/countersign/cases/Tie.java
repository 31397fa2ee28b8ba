package io.countersign.cases;

import java.util.Optional;

import io.countersign.intake.MessageId;

/** Why a mail cannot leave its case alone. */
public enum Tie {

	/** It opened the case. */
	OPENING,
	/** It put a request to somebody. */
	REQUEST,
	/** An answer that counts was read in it. */
	ANSWER,
	/** It ordered work. */
	ORDER;

	/** Nothing when the mail is free to go. */
	public static Optional<Tie> of(CaseView view, MessageId message) {
		if (view.openedBy().equals(message)) {
			return Optional.of(OPENING);
		}
		if (view.asks().stream().anyMatch((ask) -> ask.message().equals(message))) {
			return Optional.of(REQUEST);
		}
		if (view.verdicts()
			.stream()
			.anyMatch((verdict) -> verdict.counts() && verdict.decision().message().equals(Optional.of(message)))) {
			return Optional.of(ANSWER);
		}
		return view.tasks().stream().anyMatch((task) -> task.isOrderedBy(view.id(), message)) ? Optional.of(ORDER)
				: Optional.empty();
	}

}
