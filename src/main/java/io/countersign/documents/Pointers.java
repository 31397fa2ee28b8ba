package io.countersign.documents;

import java.util.List;
import java.util.Optional;

/**
 * Where a message may point to files.
 *
 * @param origin the message
 * @param attached files that are attached by their address
 */
public record Pointers(String origin, Optional<String> text, Optional<String> html, List<Attached> attached) {

	public Pointers {
		attached = List.copyOf(attached);
	}

	/**
	 * A file that is attached by its address.
	 *
	 * @param name as whoever has attached it calls it; may be empty
	 */
	public record Attached(String address, String name) {
	}

}
