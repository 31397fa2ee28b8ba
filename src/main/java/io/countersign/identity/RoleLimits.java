package io.countersign.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Asks the identity provider from time to time whether a sign-in still stands and with
 * which roles, so that what it takes away counts here soon (UI-8, UI-9). Where it does
 * not say so for an hour the session ends, and it is asked by a new sign-in.
 */
class RoleLimits extends OncePerRequestFilter {

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final String ASKED = RoleLimits.class.getName() + ".asked";

	private static final String CONFIRMED = RoleLimits.class.getName() + ".confirmed";

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final BiFunction<OAuth2AuthorizedClient, String, ProviderWord> provider;

	private final Duration stand;

	private final Clock clock;

	/**
	 * @param provider what it says of the sign-in of this subject
	 * @param stand how long roles stand before the provider is asked for them again
	 */
	RoleLimits(BiFunction<OAuth2AuthorizedClient, String, ProviderWord> provider, Duration stand, Clock clock) {
		this.provider = provider;
		this.stand = stand;
		this.clock = clock;
	}

	/** The provider has just said so. */
	static void begin(HttpSession session, Instant now) {
		session.setAttribute(ASKED, now);
		session.setAttribute(CONFIRMED, now);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var session = request.getSession(false);
		if (session != null && isDue(session) && SecurityContextHolder.getContext()
			.getAuthentication() instanceof OAuth2AuthenticationToken signedIn) {
			ask(signedIn, session, request, response);
		}
		chain.doFilter(request, response);
	}

	/** One request asks; those beside it go on with what is known. */
	private boolean isDue(HttpSession session) {
		var now = this.clock.instant();
		synchronized (WebUtils.getSessionMutex(session)) {
			var isDue = session.getAttribute(ASKED) instanceof Instant asked && !now.isBefore(asked.plus(this.stand));
			if (isDue) {
				session.setAttribute(ASKED, now);
			}
			return isDue;
		}
	}

	private void ask(OAuth2AuthenticationToken signedIn, HttpSession session, HttpServletRequest request,
			HttpServletResponse response) {
		var word = KeptToken.of(session)
			.map((client) -> this.provider.apply(client, signedIn.getName()))
			.orElseGet(ProviderWord.Unknown::new);
		switch (word) {
			case ProviderWord.Confirmed confirmed -> {
				begin(session, this.clock.instant());
				KeptToken.put(session, confirmed.client());
				take(signedIn, confirmed.roles(), request, response);
			}
			case ProviderWord.Ended _ -> end(session);
			case ProviderWord.Unknown _ -> {
				if (isOver(session)) {
					end(session);
				}
			}
		}
	}

	private boolean isOver(HttpSession session) {
		return !(session.getAttribute(CONFIRMED) instanceof Instant confirmed)
				|| !this.clock.instant().isBefore(confirmed.plus(LONGEST));
	}

	/** When and how he proved who he is stays what it was. */
	private void take(OAuth2AuthenticationToken signedIn, List<String> roles, HttpServletRequest request,
			HttpServletResponse response) {
		var authorities = new HashSet<GrantedAuthority>(signedIn.getAuthorities());
		authorities.removeIf((one) -> AppRole.isOne(one.getAuthority()));
		roles.stream().map(SimpleGrantedAuthority::new).forEach(authorities::add);
		if (signedIn.getPrincipal() instanceof OidcUser user
				&& !authorities.equals(new HashSet<>(signedIn.getAuthorities()))) {
			var context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new OAuth2AuthenticationToken(
					new DefaultOidcUser(authorities, user.getIdToken(), user.getUserInfo()), authorities,
					signedIn.getAuthorizedClientRegistrationId()));
			SecurityContextHolder.setContext(context);
			this.contexts.saveContext(context, request, response);
		}
	}

	private static void end(HttpSession session) {
		session.invalidate();
		SecurityContextHolder.clearContext();
	}

}
