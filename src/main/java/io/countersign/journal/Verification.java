package io.countersign.journal;

import java.util.Optional;

/**
 * What a verification found.
 *
 * @param entries how many were read
 * @param fault the first thing that is wrong, in a sentence that names the entry
 */
public record Verification(long entries, Optional<String> fault) {

	public boolean intact() {
		return this.fault.isEmpty();
	}

}
