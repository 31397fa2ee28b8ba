package io.countersign.verdicts;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.DirectoryEntry;

/**
 * What is known around an answer in a chat when it is judged, besides what stands in it.
 *
 * @param author whom the directory has under the id of its author's account
 * @param bond what ties it to the case
 * @param askedAt when the words were written that tie it
 * @param asks whether those words ask for the decision; it is asked by itself where it
 * names the case
 * @param complete whether everything that was written before it is on record
 * @param alone whether no other version of it is known
 */
public record ChatGround(Optional<DirectoryEntry> author, Bond bond, Instant askedAt, boolean asks, boolean complete,
		boolean alone) {

	/** What ties a message of a chat to a case. */
	public enum Bond {

		/** It names the case itself. */
		NAMES,
		/** It answers a message that names the case. */
		ANSWERS,
		/** A message that names the case stands right before it. */
		FOLLOWS,
		/** Only the chat as a whole has to do with the case. */
		LOOSE

	}

}
