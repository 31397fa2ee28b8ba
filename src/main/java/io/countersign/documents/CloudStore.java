package io.countersign.documents;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the organisation's own cloud files are fetched. */
public interface CloudStore {

	/**
	 * What the link points to now. The link itself is never opened: the store is asked
	 * for it by its own interface.
	 * @param sites in one of which it must lie, and at whose hosts alone bytes may be
	 * fetched
	 * @param largest in bytes
	 */
	Fetched fetch(URI link, List<URI> sites, long largest);

	/** What became of it. */
	sealed interface Fetched {

		/**
		 * It was fetched whole; whoever takes it closes the content.
		 *
		 * @param name as the store calls it
		 */
		record Whole(Spool content, String name, String mediaType, Version version) implements Fetched {
		}

		/**
		 * It will not be had.
		 *
		 * @param reason in a plain sentence
		 */
		record LinkOnly(String reason) implements Fetched {
		}

	}

	/**
	 * Which state of the file it was.
	 *
	 * @param etag changes with everything about the file
	 * @param ctag changes with its content
	 * @param label as the store numbers it for people
	 */
	record Version(String etag, String ctag, Optional<String> label, Optional<Instant> modifiedAt) {
	}

}
