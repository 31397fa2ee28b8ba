package io.countersign.journal;

import java.util.Map;
import java.util.Set;

/**
 * An event that leaves one entry. It is published inside the transaction of its effect:
 * fact and entry commit together or not at all.
 */
public interface Journaled {

	/**
	 * What the entry is about, as {@code kind/id}; entries of a stream are numbered
	 * without a gap.
	 */
	String stream();

	/**
	 * The contract's type without prefix and version, for instance
	 * {@code verdict.recorded}.
	 */
	String type();

	/**
	 * The change within the stream. The same change has the same key however often it is
	 * tried, so a repetition leaves no second entry.
	 */
	String key();

	/** Who did it: a person's id, or {@code system}. */
	String actor();

	/** Values JSON knows: strings, whole numbers, booleans, lists and maps of them. */
	Map<String, ?> data();

	/**
	 * Where in the data words of people stand, in mails or here, and names that only they
	 * gave: what a purge forgets (DP-3). The names on the way to one are parted by dots.
	 */
	default Set<String> words() {
		return Set.of();
	}

	default Mode mode() {
		return Mode.LIVE;
	}

}
