package io.countersign.identity;

import java.time.Duration;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * How people are sent to the identity provider: with a challenge (PKCE), and where they
 * have to prove themselves again with the age their last proof may have.
 */
class SignInRequests implements OAuth2AuthorizationRequestResolver {

	private static final String PATH = "/oauth2/authorization";

	private final OAuth2AuthorizationRequestResolver first;

	private final OAuth2AuthorizationRequestResolver again;

	SignInRequests(ClientRegistrationRepository clients, Duration freshFor) {
		var challenge = OAuth2AuthorizationRequestCustomizers.withPkce();
		this.first = resolver(clients, challenge);
		this.again = resolver(clients, challenge.andThen((request) -> request
			.additionalParameters((more) -> more.put("max_age", Long.toString(freshFor.toSeconds())))));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		return chosen(request).resolve(request);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		return chosen(request).resolve(request, registration);
	}

	private OAuth2AuthorizationRequestResolver chosen(HttpServletRequest request) {
		return request.getParameterMap().containsKey("again") ? this.again : this.first;
	}

	private static OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository clients,
			Consumer<OAuth2AuthorizationRequest.Builder> customizer) {
		var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, PATH);
		resolver.setAuthorizationRequestCustomizer(customizer);
		return resolver;
	}

}
