package io.countersign.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClient;

/**
 * Asks the identity provider once more about somebody who has signed in, by a token that
 * it gave for that (OpenID Connect Core, section 12).
 */
class Reconfirmation {

	private static final Logger log = LoggerFactory.getLogger(Reconfirmation.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** What it says of the person; everything else it says of us, or of the network. */
	private static final Set<String> OF_THE_PERSON = Set.of("invalid_grant", "interaction_required", "login_required",
			"consent_required", "access_denied");

	private final RestClientRefreshTokenTokenResponseClient provider = new RestClientRefreshTokenTokenResponseClient();

	private final OidcIdTokenDecoderFactory tokens = new OidcIdTokenDecoderFactory();

	Reconfirmation() {
		var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		this.provider.setRestClient(RestClient.builder()
			.requestFactory(requests)
			.configureMessageConverters((converters) -> converters.disableDefaults()
				.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
	}

	/**
	 * @param subject whose sign-in it is
	 */
	ProviderWord of(OAuth2AuthorizedClient client, String subject) {
		var refresh = client.getRefreshToken();
		if (refresh == null) {
			return new ProviderWord.Unknown();
		}
		try {
			var answer = this.provider.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
					client.getClientRegistration(), client.getAccessToken(), refresh));
			return identity(client, answer)
				.<ProviderWord>map((identity) -> subject.equals(identity.getSubject())
						? new ProviderWord.Confirmed(roles(identity), next(client, answer)) : new ProviderWord.Ended())
				.orElseGet(ProviderWord.Unknown::new);
		}
		catch (OAuth2AuthorizationException ex) {
			if (OF_THE_PERSON.contains(ex.getError().getErrorCode())) {
				return new ProviderWord.Ended();
			}
			log.atWarn().setCause(ex).log("The identity provider does not say whether a sign-in stands");
			return new ProviderWord.Unknown();
		}
		catch (JwtException ex) {
			log.atWarn().setCause(ex).log("The identity provider's token cannot be read");
			return new ProviderWord.Unknown();
		}
	}

	private Optional<Jwt> identity(OAuth2AuthorizedClient client, OAuth2AccessTokenResponse answer) {
		return (answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String token)
				? Optional.of(this.tokens.createDecoder(client.getClientRegistration()).decode(token))
				: Optional.empty();
	}

	private static List<String> roles(Jwt identity) {
		return Optional.ofNullable(identity.getClaimAsStringList("roles")).orElse(List.of());
	}

	/** Some providers give a new token each time, and take the old one no more. */
	private static OAuth2AuthorizedClient next(OAuth2AuthorizedClient before, OAuth2AccessTokenResponse answer) {
		return new OAuth2AuthorizedClient(before.getClientRegistration(), before.getPrincipalName(),
				answer.getAccessToken(),
				(answer.getRefreshToken() != null) ? answer.getRefreshToken() : before.getRefreshToken());
	}

}
