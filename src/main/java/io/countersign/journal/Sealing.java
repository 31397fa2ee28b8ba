package io.countersign.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Signs tree heads, and what an export says of one stream. */
@Component
class Sealing {

	private static final Logger log = LoggerFactory.getLogger(Sealing.class);

	private final String origin;

	private final SealKey key;

	Sealing(Origin origin, SealProperties settings) {
		this.origin = "countersign" + origin.source();
		this.key = key(settings.directory(), this.origin);
		log.info("The journal is sealed by {}", this.key.verifier());
	}

	SignedNote note(Frontier tree, Instant at) {
		return new SignedNote(this.origin, tree.size(), tree.root(), at, Optional.empty()).signed(this.key);
	}

	/** That the stream ended with this entry. */
	StreamNote note(Entry last, TreeHead head, Instant at) {
		return StreamNote.signed(this.key, this.origin, last, head.size(), at);
	}

	/** Whether a stored note is of this tree. */
	boolean isOf(Frontier tree, SignedNote note) {
		return note.origin().equals(this.origin) && note.size() == tree.size() && note.root().equals(tree.root());
	}

	boolean isOurs(SignedNote note) {
		return note.origin().equals(this.origin) && note.isSignedBy(this.key.verifier());
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
