package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.Outcome;

/**
 * A question of ours that a reply answers: whether an answer that is held is its
 * author's, or whether an approval covers a newer version. It stands for a time; whether
 * an answer is its author's is answered once.
 *
 * @param held what is to be confirmed, of an open one
 * @param conditions of that
 */
public record Question(State state, Optional<Outcome> held, List<String> conditions) {

	/** How far it has come. */
	public enum State {

		OPEN, ANSWERED, EXPIRED,

		/** A request was put again, about a newer version. */
		AGAIN,

		/** It has the form of ours, and we have never put it. */
		UNKNOWN

	}

	public Question {
		conditions = List.copyOf(conditions);
	}

	/** Nothing where it may be answered by the words of the reply. */
	Optional<Finding> fault(Outcome given, List<String> under) {
		return switch (this.state) {
			case UNKNOWN -> Optional.of(Finding.refuse("It names a question that we have never put."));
			case EXPIRED -> Optional.of(Finding.refuse("The question it answers has expired."));
			case ANSWERED -> Optional.of(Finding.refuse("The question it answers has been answered."));
			case AGAIN -> Optional.empty();
			case OPEN -> (this.held.equals(Optional.of(given)) && this.conditions.equals(under)) ? Optional.empty()
					: Optional.of(Finding.hold("It answers our question, and not with what was to be confirmed."));
		};
	}

}
