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
		if (named.stream().anyMatch((name) -> held(name, view).isEmpty())) {
			return Optional.of(new Question(Question.State.UNKNOWN, Optional.empty(), List.of()));
		}
		return message.threading()
			.ancestors()
			.stream()
			.findFirst()
			.filter(this.seal::hasForm)
			.flatMap((name) -> held(name, view).map((verdict) -> question(name, verdict)));
	}

	/** The requests about which the questions it names were put again. */
	List<Ask> asksNamed(Message message, CaseView view) {
		var named = message.threading().ancestors().stream().filter(this.seal::hasForm).toList();
		return view.asks()
			.stream()
			.filter((ask) -> view.verdicts()
				.stream()
				.anyMatch((verdict) -> named.stream().anyMatch((name) -> this.seal.isFor(name, verdict, ask))))
			.toList();
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
		var open = this.seal.endOf(name).filter((end) -> this.clock.instant().isBefore(end)).isPresent();
		return open
				? new Question(Question.State.OPEN, Optional.of(verdict.decision().outcome()),
						verdict.decision().conditions())
				: new Question(Question.State.EXPIRED, Optional.empty(), List.of());
	}

	private Optional<Verdict> held(String name, CaseView view) {
		return view.verdicts().stream().filter((verdict) -> asks(verdict, view, name)).findFirst();
	}

	private boolean asks(Verdict verdict, CaseView view, String name) {
		return view.asks().stream().anyMatch((ask) -> this.seal.isFor(name, verdict, ask));
	}

}
