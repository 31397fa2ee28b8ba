package io.countersign.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.intake.Part;

/** Something in the thread of a case. */
sealed interface ThreadEvent {

	Instant at();

	/** What the template shows it as. */
	String kind();

	/** Whether it is shown when the thread is filtered so. */
	default boolean isIn(String filter) {
		return kind().equals(filter);
	}

	/**
	 * A mail, or a message of a chat, with what its author wrote.
	 *
	 * @param reason why it belongs to the case
	 * @param notes what was remarked about it
	 * @param outside whom it names and nobody has let into the case
	 * @param verdict the answer that was read in it
	 * @param chat whether it was written in Teams
	 */
	record Letter(Instant at, MessageId id, Optional<Face> author, List<Face> to, List<Face> cc, Marked text,
			String reason, List<String> notes, List<Face> outside, List<Part> files, Optional<Verdict> verdict,
			boolean chat) implements ThreadEvent {

		@Override
		public String kind() {
			return this.verdict.isPresent() ? "verdict" : (this.chat ? "teams" : "mail");
		}

		@Override
		public boolean isIn(String filter) {
			return filter.equals(this.chat ? "teams" : "mail") || filter.equals(kind());
		}

	}

	/** An answer that was given without a mail. */
	record Answer(Instant at, Verdict answered) implements ThreadEvent {

		@Override
		public String kind() {
			return "answer";
		}

		@Override
		public boolean isIn(String filter) {
			return filter.equals("verdict");
		}

	}

	/**
	 * What the system did or noticed.
	 *
	 * @param key of the words
	 * @param values of the words
	 */
	record Line(Instant at, String icon, String key, List<Object> values) implements ThreadEvent {

		@Override
		public String kind() {
			return "system";
		}

	}

}
