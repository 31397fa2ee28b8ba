package io.countersign.journal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signs tree heads, and what an export says of one stream. A key is made or replaced
 * while no replica builds heads, and one that still runs takes the new key before its
 * next head.
 */
@Component
class Sealing {

	private static final Logger log = LoggerFactory.getLogger(Sealing.class);

	private final String origin;

	private final SealDirectory directory;

	private volatile InUse inUse;

	Sealing(Origin origin, SealProperties settings, TreeHeadRepository heads, TransactionOperations transactions,
			Clock clock) {
		this.origin = "countersign" + origin.source();
		this.directory = new SealDirectory(settings.directory(), this.origin);
		this.inUse = transactions.execute((_) -> {
			heads.makeMine();
			return opened(heads, now(clock));
		});
		tell();
	}

	private InUse opened(TreeHeadRepository heads, Instant at) {
		try {
			return of(this.directory.key(() -> HeadFile.note(heads.last().note()), at));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IllegalStateException(
					"countersign.journal.seal.directory = \"%s\": no key can be read or made there: %s"
						.formatted(this.directory.directory(), ex.getMessage()),
					ex);
		}
	}

	/** The keys that have sealed the journal. */
	Keyring keyring() {
		return known().keyring();
	}

	/** Signed by whoever builds, so that nobody replaces the key meanwhile. */
	SignedNote note(Frontier tree, Instant at) {
		return new SignedNote(this.origin, tree.size(), tree.root(), at, Optional.empty()).signed(current().key());
	}

	/** That the stream ended with this entry. */
	StreamNote note(Entry last, TreeHead head, Instant at) {
		return StreamNote.signed(current().key(), this.origin, last, head.size(), at);
	}

	/** Whether a stored note is of this tree. */
	boolean isOf(Frontier tree, SignedNote note) {
		return note.origin().equals(this.origin) && note.size() == tree.size() && note.root().equals(tree.root());
	}

	boolean isOurs(SignedNote note) {
		return note.origin().equals(this.origin) && known().keyring().hasSigned(note);
	}

	/**
	 * @throws IllegalStateException when another key seals by now and cannot be read here
	 */
	private InUse current() {
		try {
			if (!this.directory.isSealedBy(this.inUse.key().verifier())) {
				this.inUse = of(this.directory.present());
				tell();
			}
			return this.inUse;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IllegalStateException(
					"Another key seals the journal, and it cannot be read here: " + ex.getMessage(), ex);
		}
	}

	/** What is being replaced at this moment is known a moment later. */
	private InUse known() {
		try {
			return current();
		}
		catch (IllegalStateException ex) {
			log.atWarn().setCause(ex).log("The key of the journal's seals cannot be read");
			return this.inUse;
		}
	}

	private InUse of(SealKey key) throws IOException {
		return new InUse(key, this.directory.keyring(key.verifier()));
	}

	private void tell() {
		log.info("The journal is sealed by {}", this.inUse.key().verifier());
		this.inUse.keyring()
			.former()
			.forEach((former) -> log.info("Up to tree head {} it was sealed by {}", former.size(), former.former()));
	}

	private static Instant now(Clock clock) {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** The key that signs, and those whose signatures count. */
	private record InUse(SealKey key, Keyring keyring) {
	}

}
