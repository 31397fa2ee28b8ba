package io.countersign.overview;

import java.time.LocalDate;
import java.util.Optional;

import io.countersign.cases.CaseState;

/**
 * What somebody looks for. Without words it is all that the filters leave.
 *
 * @param words words in any order, a phrase in quotation marks, a minus before what is
 * not wanted, or the SHA-256 of a file; at most {@value #LONGEST} characters
 * @param channel by which it came; a case comes by none
 * @param person the beginning of a name or of a part of an address of somebody who has to
 * do with it, or of several that stand side by side
 * @param from the first day it may be of
 * @param to the last day it may be of
 */
public record SearchQuery(String words, Optional<Hit.Kind> kind, Optional<Channel> channel, Optional<String> person,
		Optional<CaseState> state, Optional<LocalDate> from, Optional<LocalDate> to) {

	public static final int LONGEST = 200;

	/** The way a message came. */
	public enum Channel {

		MAIL, CHAT

	}

	public SearchQuery {
		words = cleaned(words);
		person = person.map(SearchQuery::cleaned)
			.filter((some) -> some.codePoints().anyMatch(Character::isLetterOrDigit));
	}

	/** Whether there is nothing to look for. */
	public boolean isEmpty() {
		return this.words.isEmpty() && this.channel.isEmpty() && this.person.isEmpty() && this.state.isEmpty()
				&& this.from.isEmpty() && this.to.isEmpty();
	}

	private static String cleaned(String typed) {
		var text = typed.replace('\0', ' ').strip();
		return text.substring(0, Math.min(LONGEST, text.length()));
	}

}
