package io.countersign.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.Level;

/**
 * One running decision on the board.
 *
 * @param language of its mails
 * @param work what is ordered
 * @param request the sentence that asks for a decision, as far as one was read
 * @param requester who asks for it or has ordered it
 * @param since when it came to its holder
 * @param doubtful whether an answer waits for confirmation
 */
public record BoardRow(String id, String number, String title, String language, Optional<String> work,
		Optional<String> request, Optional<String> requester, Stage stage, Holder holder, Instant since, Due due,
		int documents, int messages, boolean doubtful, Set<Flag> flags) {

	/**
	 * Who has it now.
	 *
	 * @param away what his mailbox says while he is away
	 */
	public record Holder(String name, Optional<Level> level, Optional<String> unit, Optional<Away> away) {

		public String initials() {
			return Initials.of(this.name);
		}

	}

	/** What is to be decided or done, in one sentence. */
	public Optional<String> ask() {
		return this.work.or(() -> this.request).filter((sentence) -> !sentence.equals(this.title));
	}

	public boolean isFromChat() {
		return this.flags.contains(Flag.TEAMS);
	}

	/** Whether each of the words stands somewhere in it. */
	boolean mentions(String words) {
		var text = String
			.join(" ", this.number, this.title, this.holder.name(), this.holder.unit().orElse(""), ask().orElse(""))
			.toLowerCase(Locale.ROOT);
		return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
	}

}
