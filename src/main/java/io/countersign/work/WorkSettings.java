package io.countersign.work;

import java.time.Duration;

/**
 * How a kind of work is done.
 *
 * @param workers rows worked on at the same time in this process, 1 or more
 * @param lease how long a row belongs to its claim; longer than the work ever takes
 * @param every the pause after nothing was due
 * @param failures after so many failures the row is stuck
 * @param deaths after so many ended processes the row is stuck
 */
public record WorkSettings(int workers, Duration lease, Duration every, int failures, int deaths) {

	/** Five tries and three deaths, as requirements IN-8 and IN-9 say. */
	public static WorkSettings of(int workers, Duration lease, Duration every) {
		return new WorkSettings(workers, lease, every, 5, 3);
	}

	/** Never stuck: for rows that stand for a place and not for a piece of work. */
	public WorkSettings forever() {
		return new WorkSettings(this.workers, this.lease, this.every, Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

}
