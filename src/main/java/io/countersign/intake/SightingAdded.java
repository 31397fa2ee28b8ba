package io.countersign.intake;

/**
 * A known message was seen in one more place. Published inside the transaction that
 * receives it.
 */
public record SightingAdded(MessageId message, Sighting sighting) {
}
