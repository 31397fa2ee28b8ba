package io.countersign.intake;

import io.countersign.identity.EmailAddress;

/**
 * Somebody a mail names, as the mail names them. The display name proves nothing.
 */
public record Party(String displayName, EmailAddress address) {
}
