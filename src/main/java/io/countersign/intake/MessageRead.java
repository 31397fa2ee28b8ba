package io.countersign.intake;

import io.countersign.journal.Mode;

/**
 * A message has been read. Published inside the transaction that stores what was read; a
 * listener says with {@link Messages} what becomes of it. The same message may be read
 * again.
 *
 * @param again whether it has been read before: nothing is known yet of one that has not
 */
public record MessageRead(Message message, Mode mode, boolean again) {
}
