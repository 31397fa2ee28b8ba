package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it is kept.
 *
 * @param supersedes the earlier verdict of the same approver that this one corrects
 * @param sourceChange what became later of the message it was taken from
 */
public record Verdict(String id, State state, Decision decision, Instant recordedAt, Optional<String> supersedes,
		Optional<SourceChange> sourceChange) {

	/** One whose source is as it was. */
	public Verdict(String id, State state, Decision decision, Instant recordedAt, Optional<String> supersedes) {
		this(id, state, decision, recordedAt, supersedes, Optional.empty());
	}

	/** The same each time the same source decides the same ask. */
	static String id(CaseId caseId, AskId ask, String source) {
		return Names.of("vd_", caseId, ask, source);
	}

	/** Whether it counts. */
	public enum State {

		ACTIVE, HELD, SUPERSEDED

	}

	public boolean counts() {
		return this.state == State.ACTIVE;
	}

	/** Whether it counts, and says yes. */
	public boolean approves() {
		return counts() && this.decision.outcome().approves();
	}

}
