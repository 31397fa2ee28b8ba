package io.countersign.journal;

import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

/**
 * A receiver's answer to one event.
 *
 * @param event its id
 * @param receiver the program, as the identity provider names it
 * @param status accepted, duplicate, rejected or needs_human
 * @param reason why, for people
 * @param foreignIds the receiver's own numbers, by the name of its system
 */
@RetainJavadoc
record Receipt(String event, String receiver, ReceiptStatus status, @Nullable String reason,
		Map<String, String> foreignIds) {
}
