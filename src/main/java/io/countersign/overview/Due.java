package io.countersign.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How near a deadline is.
 *
 * @param left until the deadline; negative when it has passed, zero without one
 */
public record Due(State state, Optional<Instant> deadline, Duration left) {

	/** In the order of urgency. */
	public enum State {

		OVER, TODAY, SOON, LATER, NONE, DONE

	}

}
