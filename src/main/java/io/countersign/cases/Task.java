package io.countersign.cases;

import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/** Work a leader has ordered: who does what by when. */
public record Task(String id, EmailAddress assignee, String description, Optional<Due> due, State state) {

	/** How far the work has come. */
	public enum State {

		OPEN, DONE

	}

	/** Whether this mail has ordered it. */
	boolean isOrderedBy(CaseId caseId, MessageId message) {
		return this.id.equals(idOf(caseId, message, this.assignee, this.description));
	}

	static String idOf(CaseId caseId, MessageId message, EmailAddress assignee, String description) {
		return Names.of("tk_", caseId, message, assignee, description);
	}

}
