package io.countersign.cases;

/**
 * One thing a mail shares with a case.
 *
 * @param value the shared id, in the form {@link Traces} has it
 */
public record Trace(Kind kind, String value, CaseId caseId) {

	/** What is shared. */
	public enum Kind {

		MESSAGE_ID, THREAD_INDEX, CONVERSATION, NUMBER, DOCUMENT

	}

}
