package io.countersign.identity;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Keeps in somebody's session, and nowhere else, what the identity provider can be asked
 * with whether his sign-in still stands.
 */
class KeptToken implements OAuth2AuthorizedClientRepository {

	private static final String NAME = KeptToken.class.getName();

	/** Nothing where the provider gave none to ask with. */
	static Optional<OAuth2AuthorizedClient> of(HttpSession session) {
		return (session.getAttribute(NAME) instanceof OAuth2AuthorizedClient client && client.getRefreshToken() != null)
				? Optional.of(client) : Optional.empty();
	}

	static void put(HttpSession session, OAuth2AuthorizedClient client) {
		session.setAttribute(NAME, client);
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		put(request.getSession(), client);
	}

	/** No program of ours calls another in the name of a person. */
	@Override
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
			Authentication principal, HttpServletRequest request) {
		return null;
	}

	@Override
	public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		request.getSession().removeAttribute(NAME);
	}

}
