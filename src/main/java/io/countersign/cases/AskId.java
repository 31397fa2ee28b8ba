package io.countersign.cases;

import com.fasterxml.jackson.annotation.JsonValue;

/** One request put to one approver about one set of files. */
public record AskId(@JsonValue String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
