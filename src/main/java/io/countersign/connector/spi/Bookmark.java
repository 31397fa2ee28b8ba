package io.countersign.connector.spi;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The place in a watched folder. Each write is refused, by an exception that ends the
 * reading, when another process holds the watch by now.
 */
public interface Bookmark {

	/** Where the last reading ended, in the provider's words; nothing to begin anew. */
	Optional<String> place();

	/** Whether the folder is to be compared with the ledger item by item this time. */
	boolean isComparing();

	/** Whether the last readings failed, so that an item may be what they failed at. */
	boolean hasFailedOften();

	/**
	 * The reading goes on: said before each item, so that no other process takes over.
	 */
	void stay();

	/**
	 * Everything before this place is on record. Answers the database's time.
	 * @param place null to begin anew
	 */
	Instant turn(@Nullable String place);

	/**
	 * The reading came to its end.
	 * @param lookedAt a time of the database before the last look at the folder
	 */
	void finish(@Nullable String place, Instant lookedAt);

}
