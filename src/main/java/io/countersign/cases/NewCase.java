package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.journal.Mode;

/**
 * What opens a case.
 *
 * @param opening the message that asks or orders
 * @param type the kind of case, one word
 * @param approvers who is asked, highest first; empty when work is ordered
 * @param tasks work that is ordered; empty when a decision is asked for
 * @param reason why this message opened a case
 */
public record NewCase(Message opening, String title, String type, String language, List<Participant> participants,
		List<EmailAddress> approvers, List<NewTask> tasks, Optional<Due> due, String reason, Mode mode, Instant at) {

	/** Work as a leader orders it. */
	public record NewTask(EmailAddress assignee, String description, Optional<Due> due) {
	}

}
