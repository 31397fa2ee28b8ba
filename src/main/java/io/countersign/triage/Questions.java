package io.countersign.triage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.QuestionSeal;
import io.countersign.cases.Verdict;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.verdicts.Question;

import org.springframework.stereotype.Component;

/** Finds the question of ours that a reply answers (VA-5). */
@Component
class Questions {

	private final QuestionSeal seal;

	private final Clock clock;

	Questions(QuestionSeal seal, Clock clock) {
		this.seal = seal;
		this.clock = clock;
	}

	/** A made-up name anywhere counts, one of ours only where it is what was answered. */
	Optional<Question> answered(Message message, CaseView view) {
		var named = message.threading().ancestors().stream().filter(this.seal::hasForm).toList();
		if (named.stream().anyMatch((name) -> held(name, view).isEmpty() && again(name, view).isEmpty())) {
			return Optional.of(new Question(Question.State.UNKNOWN, Optional.empty(), List.of()));
		}
		return message.threading()
			.ancestors()
			.stream()
			.findFirst()
			.filter(this.seal::hasForm)
			.flatMap((name) -> held(name, view).map((verdict) -> question(name, verdict))
				.or(() -> again(name, view).map((_) -> again(name))));
	}

	/** The request about which this question was put. */
	Optional<Ask> askNamed(String name, CaseView view) {
		return !this.seal.hasForm(name) ? Optional.empty()
				: again(name, view).or(() -> view.asks()
					.stream()
					.filter((ask) -> view.verdicts().stream().anyMatch((one) -> this.seal.isFor(name, one, ask)))
					.findFirst());
	}

	/** The mail whose held answer this one confirms, as long as the question stands. */
	Optional<MessageId> doubted(Message message, CaseView view) {
		return message.threading()
			.ancestors()
			.stream()
			.findFirst()
			.flatMap((name) -> held(name, view)
				.filter((verdict) -> question(name, verdict).state() == Question.State.OPEN))
			.flatMap((verdict) -> verdict.decision().message());
	}

	private Question question(String name, Verdict verdict) {
		if (verdict.state() != Verdict.State.HELD) {
			return new Question(Question.State.ANSWERED, Optional.empty(), List.of());
		}
		return isOver(name) ? new Question(Question.State.EXPIRED, Optional.empty(), List.of()) : new Question(
				Question.State.OPEN, Optional.of(verdict.decision().outcome()), verdict.decision().conditions());
	}

	/** A request that was put again is answered like any other, as long as it stands. */
	private Question again(String name) {
		return new Question(isOver(name) ? Question.State.EXPIRED : Question.State.AGAIN, Optional.empty(), List.of());
	}

	private Optional<Ask> again(String name, CaseView view) {
		return view.asks().stream().filter((ask) -> this.seal.isAgain(name, ask)).findFirst();
	}

	private boolean isOver(String name) {
		return this.seal.endOf(name).filter((end) -> this.clock.instant().isBefore(end)).isEmpty();
	}

	private Optional<Verdict> held(String name, CaseView view) {
		return view.verdicts().stream().filter((verdict) -> asks(verdict, view, name)).findFirst();
	}

	private boolean asks(Verdict verdict, CaseView view, String name) {
		return view.asks().stream().anyMatch((ask) -> this.seal.isFor(name, verdict, ask));
	}

}
