package io.countersign.identity;

import java.util.Collection;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * How the identity provider says in its token that somebody has proved himself by more
 * than a password.
 *
 * @param claim which claim says so; {@code amr} by RFC 8176, {@code acrs} for an
 * authentication context of Entra ID
 * @param value what it holds then
 */
record SecondFactor(@DefaultValue("amr") @NotBlank String claim, @DefaultValue("mfa") @NotBlank String value) {

	boolean isIn(ClaimAccessor caller) {
		Object said = caller.getClaim(this.claim);
		return (said instanceof Collection<?> several) ? several.contains(this.value) : this.value.equals(said);
	}

}
