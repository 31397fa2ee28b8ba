package io.countersign.journal;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A receiver's answer to one event.
 *
 * @param foreignIds the receiver's own numbers, by the name of its system
 */
record Receipt(String event, String receiver, ReceiptStatus status, @Nullable String reason,
		Map<String, String> foreignIds) {
}
