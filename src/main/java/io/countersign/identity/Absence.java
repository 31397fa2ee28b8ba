package io.countersign.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody is away: his own mailbox has said so.
 *
 * @param endsAt when the last day is over where he works
 * @param named whom he names to turn to, as written
 * @param standIn that person, where the directory has exactly one; a proposal to people,
 * nothing is ever sent there because of it
 * @param message the mail that says so
 * @param quote its words
 * @param receivedAt when that mail came
 */
public record Absence(EmailAddress person, LocalDate lastDay, Instant endsAt, Optional<String> named,
		Optional<EmailAddress> standIn, String message, String quote, Instant receivedAt) {
}
