package io.countersign.documents;

import java.time.Duration;

import io.countersign.problem.Away;
import io.countersign.work.RetryLater;
import org.jspecify.annotations.Nullable;

/**
 * The store of large files cannot be reached. What needs it waits; that is no failure.
 */
public final class ContentsAway extends Away implements RetryLater {

	private final Duration retryAfter;

	public ContentsAway(String sentence, Duration retryAfter, @Nullable Throwable cause) {
		super(sentence, cause);
		this.retryAfter = retryAfter;
	}

	@Override
	public Duration retryAfter() {
		return this.retryAfter;
	}

}
