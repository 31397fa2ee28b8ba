package io.countersign.identity;

import java.util.Optional;

import org.springframework.security.oauth2.core.ClaimAccessor;

/** An account of the organisation's identity provider. */
record Account(String issuer, String subject) {

	static Optional<Account> of(ClaimAccessor claims) {
		var issuer = claims.getClaimAsString("iss");
		var subject = claims.getClaimAsString("sub");
		return (issuer == null || subject == null) ? Optional.empty() : Optional.of(new Account(issuer, subject));
	}

}
