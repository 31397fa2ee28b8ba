package io.countersign.connector.spi;

/** Where items wait whose bytes could not be fetched with the others of their page. */
public interface Unfetched {

	/** Has the item fetched later by itself, so that it holds up no other. */
	void later(String watch, String itemId);

}
