package io.countersign.intake;

import io.countersign.identity.EmailAddress;

/**
 * Items of this folder that had been ruled out are wanted after all: list it again.
 * Published inside the transaction that wants them.
 */
public record ResyncWanted(EmailAddress mailbox, Folder folder) {
}
