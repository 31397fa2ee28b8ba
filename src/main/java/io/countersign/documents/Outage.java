package io.countersign.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a server that files need has been away: the longer, the less often it is
 * asked, whatever waits for it.
 */
final class Outage {

	private static final Duration FIRST = Duration.ofMillis(500);

	/** Work goes on within a minute of its return (OP-2). */
	private static final Duration LONGEST = Duration.ofSeconds(20);

	private final Clock clock;

	private int failures;

	private Instant until = Instant.MIN;

	Outage(Clock clock) {
		this.clock = clock;
	}

	/** How long not to ask. */
	synchronized Optional<Duration> rest() {
		var now = this.clock.instant();
		return now.isBefore(this.until) ? Optional.of(Duration.between(now, this.until)) : Optional.empty();
	}

	synchronized boolean isOn() {
		return this.failures > 0;
	}

	/** It has not answered. Answers whether that is news. */
	synchronized boolean begins() {
		var pause = FIRST.multipliedBy(1L << Math.min(this.failures, 10));
		this.until = this.clock.instant().plus((pause.compareTo(LONGEST) < 0) ? pause : LONGEST);
		this.failures++;
		return this.failures == 1;
	}

	/** It has answered. Answers whether that is news. */
	synchronized boolean ends() {
		var news = this.failures > 0;
		this.failures = 0;
		this.until = Instant.MIN;
		return news;
	}

}
