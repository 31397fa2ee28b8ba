package io.countersign.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

	private final Keyring keyring;

	Sealing(Origin origin, SealProperties settings, TreeHeadRepository heads, Clock clock) {
		this.origin = "countersign" + origin.source();
		var directory = new SealDirectory(settings.directory(), this.origin);
		try {
			this.key = directory.key(() -> HeadFile.note(heads.last().note()), now(clock));
			this.keyring = directory.keyring(this.key.verifier());
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IllegalStateException(
					"countersign.journal.seal.directory = \"%s\": no key can be read or made there: %s"
						.formatted(settings.directory(), ex.getMessage()),
					ex);
		}
		log.info("The journal is sealed by {}", this.key.verifier());
		this.keyring.former()
			.forEach((former) -> log.info("Up to tree head {} it was sealed by {}", former.size(), former.former()));
	}

	/** The keys that have sealed the journal. */
	Keyring keyring() {
		return this.keyring;
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
		return note.origin().equals(this.origin) && this.keyring.hasSigned(note);
	}

	private static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
