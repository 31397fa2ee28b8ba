package io.countersign.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.Mandate;

/**
 * A mandate on the page.
 *
 * @param changes who has done what to it, newest first
 */
record MandateRow(Mandate mandate, Face principal, Face delegate, State state, List<Change> changes) {

	enum State {

		RUNNING, COMING, ENDED;

		/** One that ends where it begins was withdrawn before it began. */
		static State of(Mandate mandate, Instant now) {
			if (!now.isBefore(mandate.to()) || !mandate.from().isBefore(mandate.to())) {
				return ENDED;
			}
			return now.isBefore(mandate.from()) ? COMING : RUNNING;
		}

	}

	/**
	 * @param kind set, changed or withdrawn
	 */
	record Change(String kind, String who, Instant at) {
	}

	public Optional<BigDecimal> limit() {
		return Optional.ofNullable(this.mandate.maxAmount());
	}

	public boolean isOver() {
		return this.state == State.ENDED;
	}

}
