package io.countersign.documents;

import java.net.URI;
import java.util.Optional;

/**
 * A file as one that may be a version of another.
 *
 * @param name as whoever sent it calls it, made fit to show
 * @param type what it is by its content where that is known, else what its sender says
 * @param brought what brought it: files of one mail lie beside each other
 * @param text what is remembered of its text, where it has one
 * @param awaited whether its text may still become known
 * @param address where it lies in the cloud, for a copy of what lies there
 */
public record VersionedFile(DocumentId id, String name, String type, String brought, Optional<TextPrint> text,
		boolean awaited, Optional<URI> address) {

	/** A file under a name; the same bytes under another name are another. */
	public record Key(DocumentId id, String name) {
	}

	public Key key() {
		return new Key(this.id, this.name);
	}

}
