package io.countersign.cases;

import java.util.Locale;

/** What an approver has decided. */
public enum Outcome {

	APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, RETURNED, DELEGATED, DEFERRED;

	/** The word of the import contract. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether nothing is left to decide for this approver. */
	public boolean isFinal() {
		return this == APPROVED || this == APPROVED_WITH_CONDITIONS || this == REJECTED;
	}

	public boolean approves() {
		return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
	}

}
