package io.countersign.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The organisation's identity provider, for people at the pages and programs at the API.
 *
 * @param issuer as its tokens name it, for instance
 * {@code https://login.microsoftonline.com/<tenant id>/v2.0}
 * @param clientId this product as registered there
 * @param audience what tokens for the API name as theirs
 * @param authorizationUri where people are sent; known for an Entra issuer
 * @param tokenUri where codes are exchanged; known for an Entra issuer
 * @param jwkSetUri where its keys are; known for an Entra issuer
 * @param freshFor how old the sign-in may be with which somebody gives a verdict on a
 * page
 * @param rolesStand how long somebody's roles stand until the provider is asked for them
 * again
 * @param secondFactor how the provider says that more than a password was asked for
 */
@Validated
@ConfigurationProperties("countersign.sign-in")
record SignInProperties(@NotNull(message = ISSUER) URI issuer, @NotBlank(message = CLIENT) String clientId,
		@NotNull(message = SECRET) Secret clientSecret, @DefaultValue("api://countersign") @NotBlank String audience,
		@Nullable URI authorizationUri, @Nullable URI tokenUri, @Nullable URI jwkSetUri,
		@DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration freshFor,
		@DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration rolesStand,
		@Valid @DefaultValue SecondFactor secondFactor) {

	private static final String ISSUER = "is the issuer of your identity provider, for instance https://login.microsoftonline.com/<tenant id>/v2.0";

	private static final String CLIENT = "is the id this product is registered under at the identity provider";

	private static final String SECRET = "is the secret of that registration; give it by an environment variable or a mounted file";

	private static final String ENTRA = "/v2.0";

	private static final List<String> SCOPES = List.of("openid", "profile", "email");

	/**
	 * Entra gives what it can be asked again with to whoever asks for it; others do so
	 * anyhow, or refuse who asks.
	 */
	List<String> scopes() {
		return isEntra() ? Stream.concat(SCOPES.stream(), Stream.of("offline_access")).toList() : SCOPES;
	}

	private boolean isEntra() {
		return this.issuer != null && this.issuer.toString().endsWith(ENTRA);
	}

	URI authorization() {
		return known(this.authorizationUri, "/oauth2/v2.0/authorize");
	}

	URI token() {
		return known(this.tokenUri, "/oauth2/v2.0/token");
	}

	URI keys() {
		return known(this.jwkSetUri, "/discovery/v2.0/keys");
	}

	@AssertTrue(
			message = "issuer ends with /v2.0, or authorization-uri, token-uri and jwk-set-uri beside it are set too")
	boolean isEndpointsKnown() {
		return this.issuer == null || isEntra()
				|| (this.authorizationUri != null && this.tokenUri != null && this.jwkSetUri != null);
	}

	/**
	 * Not read from the provider's discovery document, so that the product starts while
	 * the provider is away.
	 */
	private URI known(@Nullable URI set, String path) {
		var base = this.issuer.toString();
		return (set != null) ? set : URI.create(base.substring(0, base.length() - ENTRA.length()) + path);
	}

}
