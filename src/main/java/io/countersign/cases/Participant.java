package io.countersign.cases;

import io.countersign.identity.EmailAddress;

/**
 * @param name as the directory has it, else as the mail had it
 */
public record Participant(EmailAddress address, String name, Role role) {
}
