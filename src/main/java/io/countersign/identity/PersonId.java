package io.countersign.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person of the directory or of our own list, for as long as we keep anything about
 * them.
 */
public record PersonId(@JsonValue String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
