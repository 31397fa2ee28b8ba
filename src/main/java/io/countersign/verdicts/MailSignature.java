package io.countersign.verdicts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the signature over a mail.
 *
 * @param addresses the mail addresses its certificate names, lower case
 * @param authority whose certificate at the top of the chain is a configured one
 * @param signedAt the time the signer states
 * @param revocation of the certificates behind a valid one
 * @param digest SHA-256 of the signature itself, which no other mail bears
 */
public record MailSignature(State state, Set<String> addresses, Optional<String> authority, Optional<Instant> signedAt,
		Revocation revocation, Optional<String> digest) {

	/** How far the signature can be believed. */
	public enum State {

		/** It holds, and its chain ends in a configured authority. */
		VALID,
		/** It holds, and stands over another mail too. */
		REPEATED,
		/** It holds, and no configured authority stands behind it. */
		UNKNOWN_AUTHORITY,
		/** It holds, and its certificate was not valid when the mail came. */
		NOT_IN_FORCE,
		/** It does not hold, or cannot be read in one way only. */
		BROKEN

	}

	/** What is known of whether a certificate was revoked. */
	public enum Revocation {

		/** An older software has not asked. */
		NOT_ASKED,
		/** A list in force names none of them. */
		NONE,
		/** A list names one of them. */
		REVOKED,
		/** No list in force is at hand. */
		UNKNOWN

	}

	public MailSignature {
		addresses = Set.copyOf(addresses);
		revocation = Objects.requireNonNullElse(revocation, Revocation.NOT_ASKED);
		// What was kept by an older software does not say it.
		digest = (digest != null) ? digest : Optional.empty();
	}

	/** The same, found over another mail. */
	MailSignature repeated() {
		return new MailSignature(State.REPEATED, this.addresses, this.authority, this.signedAt, this.revocation,
				this.digest);
	}

	/** One that holds for nobody. */
	public static MailSignature broken() {
		return new MailSignature(State.BROKEN, Set.of(), Optional.empty(), Optional.empty(), Revocation.UNKNOWN,
				Optional.empty());
	}

}
