package io.countersign.connector.spi;

import io.countersign.connector.ConnectorException;
import java.util.Set;

import io.countersign.connector.Watch;
import io.countersign.intake.Folder;

/** Reads what one kind of server shows of a person, and changes nothing there. */
public interface WatchReader {

	/** What it reads. */
	Set<Folder> folders();

	/**
	 * Receives everything that is new behind the bookmark.
	 * @throws ConnectorException when it could not be read to its end
	 */
	void read(Watch watch, Bookmark bookmark);

	/**
	 * Receives one item that could not be fetched with the others.
	 * @param goingOn said again and again while its bytes are on their way
	 * @throws ConnectorException when it cannot be fetched now either
	 */
	void fetch(Watch watch, String itemId, Runnable goingOn);

	/** Leaves an item that cannot be fetched on record as such. */
	void leave(Watch watch, String itemId, String reason);

}
