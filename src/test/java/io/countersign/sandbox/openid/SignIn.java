package io.countersign.sandbox.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A person said who they are; the program may fetch tokens for it once.
 *
 * @param authenticatedAt when the person was last asked for a proof
 */
record SignIn(Account person, String clientId, String redirectUri, String scope, Optional<String> nonce,
		Optional<String> challenge, Instant at, Instant authenticatedAt) {

	/** RFC 7636: whoever asked for the code is whoever redeems it. */
	boolean isProvenBy(Optional<String> verifier) {
		return this.challenge.isEmpty() ? verifier.isEmpty()
				: verifier.map(SignIn::digest).filter(this.challenge.get()::equals).isPresent();
	}

	/** The same sign-in of the person as he is listed now. */
	SignIn by(Account now) {
		return new SignIn(now, this.clientId, this.redirectUri, this.scope, this.nonce, this.challenge, this.at,
				this.authenticatedAt);
	}

	private static String digest(String verifier) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
