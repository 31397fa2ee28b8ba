package io.countersign.cases;

import java.util.List;

import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;

/** When mails may not be regrouped. */
final class Refusals {

	private Refusals() {
	}

	static void when(boolean condition, String sentence) {
		if (condition) {
			throw new Conflict(sentence);
		}
	}

	/** What a case rests on stays in it. */
	static void whenTied(CaseView view, List<MessageId> messages) {
		for (var message : messages) {
			Tie.of(view, message).ifPresent((tie) -> {
				throw new Conflict("The mail %s is tied to its case: %s".formatted(message, tie));
			});
		}
	}

	static boolean isAnswered(CaseView view) {
		return view.verdicts().stream().anyMatch((verdict) -> verdict.state() != Verdict.State.SUPERSEDED);
	}

	static List<MessageId> messages(CaseView view) {
		return view.messages().stream().map(CaseView.JoinedMessage::message).toList();
	}

}
