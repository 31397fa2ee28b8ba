package io.countersign.cases;

import com.fasterxml.jackson.annotation.JsonValue;

/** A case, by the message that opened it: every bridge gives it the same name. */
public record CaseId(@JsonValue String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
