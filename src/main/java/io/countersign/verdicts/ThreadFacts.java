package io.countersign.verdicts;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.countersign.intake.MessageId;

/**
 * What is known of the thread a reply stands in.
 *
 * @param titles of the mails that asked, without what programs put before them
 * @param unseen Message-IDs of mails it answers directly that were never seen here
 * @param namesake another mail that bears its Message-ID and answers something else
 */
public record ThreadFacts(Set<String> titles, Set<String> unseen, Optional<MessageId> namesake) {

	/** Nothing is known of it. */
	public static final ThreadFacts NONE = new ThreadFacts(Set.of(), Set.of(), Optional.empty());

	public ThreadFacts {
		titles = Set.copyOf(Objects.requireNonNullElse(titles, Set.of()));
		unseen = Set.copyOf(Objects.requireNonNullElse(unseen, Set.of()));
	}

	/** Of a mail that answers no request by its place in a thread. */
	public static ThreadFacts of(Optional<MessageId> namesake) {
		return new ThreadFacts(Set.of(), Set.of(), namesake);
	}

}
