package io.countersign.work;

import java.time.Duration;

/**
 * How a kind of work is done.
 *
 * @param workers rows worked on at the same time in this process, 1 or more
 * @param ahead rows claimed beyond that, so that no worker waits for the next claim
 * @param lease how long a row belongs to its claim; longer than the work ever takes
 * @param every how often to look when nothing wakes us
 * @param failures after so many failures the row is stuck
 * @param deaths after so many ended processes the row is stuck
 */
public record WorkSettings(int workers, int ahead, Duration lease, Duration every, int failures, int deaths) {

	/** Five tries and three deaths, as requirements IN-8 and IN-9 say. */
	public static WorkSettings of(int workers, Duration lease, Duration every) {
		return new WorkSettings(workers, 0, lease, every, 5, 3);
	}

	/** For many short pieces of work: one claim takes a batch. */
	public WorkSettings claimingAhead(int rows) {
		return new WorkSettings(this.workers, rows, this.lease, this.every, this.failures, this.deaths);
	}

	/** For work that is better late than given up. */
	public WorkSettings givingUpAfter(int failures, int deaths) {
		return new WorkSettings(this.workers, this.ahead, this.lease, this.every, failures, deaths);
	}

	/** Never stuck: for rows that stand for a place and not for a piece of work. */
	public WorkSettings forever() {
		return new WorkSettings(this.workers, this.ahead, this.lease, this.every, Integer.MAX_VALUE, Integer.MAX_VALUE);
	}

	boolean canDie() {
		return this.deaths < Integer.MAX_VALUE;
	}

}
