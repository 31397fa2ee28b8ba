package io.countersign.triage;

import java.time.Instant;
import java.util.Optional;

import io.countersign.cases.CaseId;

/**
 * A case whose time is over, and what would go with it.
 *
 * @param category the kind of case, whose period it was
 * @param over when it was last changed
 * @param since when its time was over
 * @param files how many there are in its mails, those among them that other cases hold
 * @param bytes of these mails and files
 * @param wanted whether one person has said so already
 * @param hold why it stays all the same, in a plain sentence
 */
public record Expired(CaseId caseId, String number, String category, Instant over, Instant since, int mails, int files,
		long bytes, boolean wanted, Optional<String> hold) {
}
