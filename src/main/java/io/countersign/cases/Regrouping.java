package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;

/**
 * Something a person has put right about which mails make a case.
 *
 * @param caseId the case it was done to
 * @param into the case that has the mails now; nothing when it was closed only
 * @param messages the mails that went over
 * @param asks requests that were withdrawn by it
 * @param verdicts held answers that were dropped by it
 * @param tasks work that went over
 * @param before the state of the case before it
 */
public record Regrouping(String id, Kind kind, CaseId caseId, Optional<CaseId> into, List<MessageId> messages,
		List<AskId> asks, List<String> verdicts, List<String> tasks, CaseState before, PersonId by, Instant at) {

	/** What was done. */
	public enum Kind {

		/** It was no decision after all. */
		CLOSED,
		/** A mail went to another case. */
		MOVED,
		/** The whole case went into another. */
		MERGED,
		/** Mails became a case of their own. */
		SPLIT

	}

	public Regrouping {
		messages = List.copyOf(messages);
		asks = List.copyOf(asks);
		verdicts = List.copyOf(verdicts);
		tasks = List.copyOf(tasks);
	}

}
