package io.countersign.connector;

/**
 * A draft that waits in our own mailbox.
 *
 * @param itemId the provider's immutable id
 */
public record DraftRef(String itemId) {
}
