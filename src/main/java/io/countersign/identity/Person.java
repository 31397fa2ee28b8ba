package io.countersign.identity;

import java.util.Optional;

/**
 * Somebody we know by address.
 *
 * @param inDirectory whether the organisation's directory or an admin vouches for the
 * address; a name met in a mail header alone does not, and not whoever has left
 */
public record Person(PersonId id, EmailAddress address, String displayName, Optional<Level> level,
		Optional<String> unit, boolean inDirectory) {

	/** Whether people come to this person for a decision. */
	public boolean leads() {
		return this.level.filter(Level::leads).isPresent();
	}

}
