package io.countersign.cases;

import java.time.Instant;

import io.countersign.identity.EmailAddress;

/**
 * What somebody of a case says to the others.
 *
 * @param formal whether it belongs to the record of the case
 */
public record Comment(String id, CaseId caseId, EmailAddress author, String words, boolean formal, Instant at) {
}
