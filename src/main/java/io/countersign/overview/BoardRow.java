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
 * @param ask what is asked, in one sentence
 * @param requester who asks for it or has ordered it
 * @param since when it came to its holder
 * @param doubtful whether an answer waits for confirmation
 */
public record BoardRow(String id, String number, String title, Optional<String> ask, Optional<String> requester,
		Stage stage, Holder holder, Instant since, Due due, int documents, int messages, boolean doubtful,
		Set<Flag> flags) {

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

	/** Whether each of the words stands somewhere in it. */
	boolean mentions(String words) {
		var text = String
			.join(" ", this.number, this.title, this.holder.name(), this.holder.unit().orElse(""), this.ask.orElse(""))
			.toLowerCase(Locale.ROOT);
		return Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
	}

}
