package io.countersign.work;

import java.time.Duration;

/**
 * Borne by an exception that says when the outer system wants to be asked again. Waiting
 * for it is no failure of the row.
 */
public interface RetryLater {

	Duration retryAfter();

}
