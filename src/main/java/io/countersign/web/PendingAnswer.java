package io.countersign.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import io.countersign.cases.AskId;
import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;

/**
 * An answer that was given on a page and is not yet on the case.
 *
 * @param form what makes sending the same form twice one answer
 * @param countsFrom when it can no longer be taken back
 */
record PendingAnswer(String id, CaseId caseId, AskId ask, EmailAddress person, Answer answer, String words,
		Optional<EmailAddress> delegate, Optional<LocalDate> until, String form, State state, Instant countsFrom) {

	/** How it stands with an answer. */
	enum State {

		/** It can be taken back. */
		PENDING,
		/** The request had changed or was answered when its time came. */
		OVERTAKEN,
		/** It could not be put on the case. */
		FAILED

	}

	public boolean isPending() {
		return this.state == State.PENDING;
	}

}
