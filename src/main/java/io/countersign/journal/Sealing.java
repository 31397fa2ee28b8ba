package io.countersign.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Makes the note of a tree head, signed where there is a key to sign with. */
@Component
class Sealing {

	private static final Logger log = LoggerFactory.getLogger(Sealing.class);

	private final String origin;

	private final @Nullable SealKey key;

	Sealing(Origin origin, SealProperties settings) {
		this.origin = "countersign" + origin.source();
		this.key = (settings.directory() != null) ? key(settings.directory(), this.origin) : null;
		if (this.key != null) {
			log.info("The journal is sealed by {}", this.key.verifier());
		}
		else {
			log.warn("The journal's tree heads are not signed: countersign.journal.seal.directory is not set");
		}
	}

	SignedNote note(Frontier tree, Instant at) {
		var note = new SignedNote(this.origin, tree.size(), tree.root(), at, Optional.empty());
		return (this.key != null) ? note.signed(this.key) : note;
	}

	/**
	 * Whether a stored note is one that {@link #note} makes of this tree at that time.
	 */
	boolean made(SignedNote note, Frontier tree) {
		return note.origin().equals(this.origin) && note.size() == tree.size() && note.root().equals(tree.root());
	}

	private static SealKey key(Path directory, String name) {
		try {
			return SealKey.in(directory, name);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IllegalStateException(
					"countersign.journal.seal.directory = \"%s\": no key can be read or made there: %s"
						.formatted(directory, ex.getMessage()),
					ex);
		}
	}

}
