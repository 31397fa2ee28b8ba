package io.countersign.connector;

import java.time.Duration;

import io.countersign.work.RetryLater;

/** The outer system did not do what it was asked. */
public abstract sealed class ConnectorException extends RuntimeException {

	ConnectorException(String sentence, Throwable cause) {
		super(sentence, cause);
	}

	ConnectorException(String sentence) {
		super(sentence);
	}

	/** It wants to be asked again later, and says when. */
	public static final class Busy extends ConnectorException implements RetryLater {

		private final Duration retryAfter;

		public Busy(String sentence, Duration retryAfter) {
			super(sentence);
			this.retryAfter = retryAfter;
		}

		@Override
		public Duration retryAfter() {
			return this.retryAfter;
		}

	}

	/** It will not do this by being asked again; somebody has to change something. */
	public static sealed class Refused extends ConnectorException {

		public Refused(String sentence) {
			super(sentence);
		}

	}

	/**
	 * It will not do this as things stand there: a right that is missing, a lock, a
	 * quota. What it was asked is in order.
	 */
	public static final class Barred extends Refused {

		public Barred(String sentence) {
			super(sentence);
		}

	}

	/** What was named is not there any more. */
	public static final class Gone extends ConnectorException {

		public Gone(String sentence) {
			super(sentence);
		}

	}

	/** Nobody knows whether it did it. */
	public static final class Doubtful extends ConnectorException {

		public Doubtful(String sentence, Throwable cause) {
			super(sentence, cause);
		}

		public Doubtful(String sentence) {
			super(sentence);
		}

	}

}
