package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;

import org.springframework.stereotype.Service;

/** What waits for one person, and what he has done lately. */
@Service
public class ToMe {

	private static final Duration LATELY = Duration.ofDays(7);

	private static final int MOST_ANSWERS = 10;

	private final BoardRepository cases;

	private final AnswerRepository answers;

	private final Clock clock;

	ToMe(BoardRepository cases, AnswerRepository answers, Clock clock) {
		this.cases = cases;
		this.answers = answers;
		this.clock = clock;
	}

	/** What is urgent first; then the nearest deadline first, what has none last. */
	public List<BoardRow> waiting(EmailAddress person) {
		return this.cases.waitingFor(person)
			.stream()
			.sorted(Comparator.comparing((BoardRow row) -> !row.flags().contains(Flag.HASTER))
				.thenComparing(BoardView.BY_URGENCY))
			.toList();
	}

	public int countWaiting(EmailAddress person) {
		return this.cases.countWaitingFor(person);
	}

	public List<BoardRow> ordered(EmailAddress person) {
		return this.cases.orderedBy(person, this.clock.instant().minus(LATELY))
			.stream()
			.sorted(BoardView.BY_URGENCY)
			.toList();
	}

	/** The latest first. */
	public List<GivenAnswer> answered(EmailAddress person) {
		return this.answers.of(person, MOST_ANSWERS);
	}

	/** Answers that count only when somebody confirms them, the oldest first. */
	public List<GivenAnswer> held(Clearance clearance, int limit) {
		return this.answers.held(clearance, limit);
	}

}
