package io.countersign.documents;

import java.net.URI;
import java.util.Optional;

/**
 * A stored file as somebody calls it, and what brought it.
 *
 * @param by files of one mail lie beside each other
 * @param address where it lies in the cloud, for a copy of what lies there
 */
public record Brought(Named file, String by, Optional<URI> address) {

	/** What came with a message. */
	public static Brought with(String message, Named file) {
		return new Brought(file, message, Optional.empty());
	}

}
