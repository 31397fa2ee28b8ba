package io.countersign.web;

import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.overview.Initials;

/**
 * Somebody a page names.
 *
 * @param name as the directory has it, else as the mail had it
 * @param known whether the directory vouches for the address; of anybody else the address
 * is shown, because a name alone may pretend
 */
record Face(String name, EmailAddress address, Optional<Level> level, Optional<String> unit, boolean known) {

	public String initials() {
		return Initials.of(this.name);
	}

}
