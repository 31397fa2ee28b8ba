package io.countersign.cases;

import java.util.Optional;

import io.countersign.identity.EmailAddress;

/** Work a leader has ordered: who does what by when. */
public record Task(String id, EmailAddress assignee, String description, Optional<Due> due, State state) {

	/** How far the work has come. */
	public enum State {

		OPEN, DONE

	}

}
