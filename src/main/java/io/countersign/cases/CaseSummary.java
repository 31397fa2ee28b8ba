package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.EmailAddress;

/** A case as a row of an overview. */
public record CaseSummary(CaseId id, CaseNumber number, String title, String type, CaseState state,
		Optional<EmailAddress> holder, Instant holderSince, Optional<Due> deadline, Optional<Outcome> outcome,
		Optional<EmailAddress> requester, Instant openedAt, Instant changedAt, boolean held) {
}
