package io.countersign.connector.spi;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.Watch;

/** Reads the folders of one kind of mail server, and changes nothing there. */
public interface WatchReader {

	/**
	 * Receives everything that is new behind the bookmark.
	 * @throws ConnectorException when it could not be read to its end
	 */
	void read(Watch watch, Bookmark bookmark);

	/**
	 * Receives one item that could not be fetched with the others.
	 * @throws ConnectorException when it cannot be fetched now either
	 */
	void fetch(Watch watch, String itemId);

	/** Leaves an item that cannot be fetched on record as such. */
	void leave(Watch watch, String itemId, String reason);

}
