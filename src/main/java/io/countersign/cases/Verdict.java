package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision as it is kept.
 *
 * @param supersedes the earlier verdict of the same approver that this one corrects
 */
public record Verdict(String id, State state, Decision decision, Instant recordedAt, Optional<String> supersedes) {

	/** Whether it counts. */
	public enum State {

		ACTIVE, HELD, SUPERSEDED

	}

	public boolean counts() {
		return this.state == State.ACTIVE;
	}

}
