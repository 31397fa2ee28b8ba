package io.countersign.writeback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/**
 * An answer we owe to a thread.
 *
 * @param id its stable key: case, what it answers, and to whom
 * @param caseId none for the alert about a mail of no case
 * @param verdict the verdict it confirms; empty for a task
 * @param answers the mail it replies to; none for a digest, nor where a page has opened
 * the case
 * @param problem why it has not been sent yet
 */
public record Writeback(String id, Optional<CaseId> caseId, Kind kind, Optional<String> verdict,
		Optional<MessageId> answers, List<EmailAddress> recipients, String internetMessageId, State state,
		Optional<String> draftId, Optional<Instant> sentAt, Optional<String> problem) {

	/** What it says. */
	public enum Kind {

		RECEIPT, TASK,

		/** Whether a held answer is that of whoever was asked. */
		QUESTION,

		/** That somebody may have tried to deceive us. */
		ALERT,

		/** That a file of a mail is infected. */
		INFECTED,

		/** That a good answer came when nothing could be answered any more. */
		LATE,

		/** That the message an answer was taken from was changed or deleted. */
		SOURCE,

		/** Whether an approval covers a newer version too. */
		AGAIN,

		/** What waits for somebody this morning. */
		DIGEST,

		/** What became of an answer to that. */
		DIGEST_ANSWER,

		/** That cases have gone to somebody else. */
		MOVED,

		/** That somebody waits for an answer. */
		NUDGE,

		/** That somebody may answer for whoever reads it, or may no longer. */
		MANDATE;

		/**
		 * Whether it answers whoever wrote the mail it goes with, and not whom the
		 * directory names.
		 */
		boolean answersItsWriter() {
			return this == RECEIPT || this == TASK || this == DIGEST_ANSWER;
		}

		/** Whether it was worded when it was intended. */
		boolean isWritten() {
			return switch (this) {
				case DIGEST, DIGEST_ANSWER, MOVED, NUDGE, MANDATE -> true;
				case RECEIPT, TASK, QUESTION, ALERT, INFECTED, LATE, SOURCE, AGAIN -> false;
			};
		}

	}

	/** How far it has come. */
	public enum State {

		DUE, SENT, STUCK,

		/** Its time has passed before it could be sent. */
		LAPSED

	}

}
