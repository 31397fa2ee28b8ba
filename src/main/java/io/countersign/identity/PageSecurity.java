package io.countersign.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Pages are for people who have signed in; the doors for Graph's notifications stand
 * open.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

	/** Browsers report here what they have refused a page; they send nothing of ours. */
	private static final String POLICY_REPORTS = "/policy-reports";

	/** The board and what tells it of changes. */
	private static final String[] BOARD = { "/", "/board", "/board/changes" };

	/**
	 * Named, because Spring Security's own page would stand in front of ours otherwise.
	 */
	private static final String SIGN_IN = "/oauth2/authorization/organisation";

	/**
	 * The caller proves himself by the client state in the body, which the connector
	 * compares. There is one call for every new mail, so nothing stands in its way.
	 */
	@Bean
	WebSecurityCustomizer notifications() {
		return (web) -> web.ignoring().requestMatchers(HttpMethod.POST, "/graph/notify", "/graph/life");
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients, SignInProperties provider,
			LinkedAccounts accounts, Clock clock) throws Exception {
		return http.addFilterBefore(new SessionLimits(clock), SecurityContextHolderFilter.class)
			.addFilterAfter(new RoleLimits(new Reconfirmation()::of, provider.rolesStand(), clock),
					SecurityContextHolderFilter.class)
			.addFilterBefore(new OwnPagesOnly(), CsrfFilter.class)
			// What has been let in goes on here, also when its session has ended
			// meanwhile.
			.authorizeHttpRequests((calls) -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers("/error", "/favicon.ico", "/assets/**", "/webjars/**", "/signed-out", POLICY_REPORTS,
						ProviderReachController.PATH)
				.permitAll()
				.requestMatchers(HttpMethod.GET, BOARD)
				.authenticated()
				.requestMatchers(HttpMethod.GET)
				.access((caller, _) -> whoeverIsNot(caller, AppRole.WALL))
				.anyRequest()
				.access((caller, _) -> whoeverIsNot(caller, AppRole.WALL, AppRole.AUDIT)))
			.oauth2Login((login) -> login.loginPage(SIGN_IN)
				.authorizedClientRepository(new KeptToken())
				.authorizationEndpoint((endpoint) -> endpoint
					.authorizationRequestResolver(new SignInRequests(clients, provider.freshFor())))
				.userInfoEndpoint(
						(endpoint) -> endpoint.userAuthoritiesMapper(PageSecurity::roles).oidcUserService(accounts))
				.successHandler(new SignedIn(clock))
				.failureUrl("/signed-out?failed"))
			.logout((logout) -> logout.logoutSuccessUrl("/signed-out"))
			.csrf((csrf) -> csrf.ignoringRequestMatchers(POLICY_REPORTS))
			.build();
	}

	/**
	 * Whoever audits sees everything and changes nothing; a screen on a wall opens
	 * nothing but the board. That is so whatever other roles the account has.
	 */
	private static AuthorizationDecision whoeverIsNot(Supplier<? extends Authentication> caller, AppRole... barred) {
		var signedIn = caller.get();
		return new AuthorizationDecision(
				signedIn.isAuthenticated() && !(signedIn instanceof AnonymousAuthenticationToken)
						&& Stream.of(barred).map(AppRole::authority).noneMatch((role) -> has(signedIn, role)));
	}

	private static boolean has(Authentication signedIn, String role) {
		return signedIn.getAuthorities().stream().anyMatch((one) -> role.equals(one.getAuthority()));
	}

	@Bean
	ClientRegistrationRepository identityProvider(SignInProperties provider) {
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("organisation")
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret().value())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope(provider.scopes())
			.issuerUri(provider.issuer().toString())
			.authorizationUri(provider.authorization().toString())
			.tokenUri(provider.token().toString())
			.jwkSetUri(provider.keys().toString())
			.userNameAttributeName("sub")
			.build());
	}

	/** Roles the organisation has given in its directory come with the identity token. */
	private static Collection<GrantedAuthority> roles(Collection<? extends GrantedAuthority> granted) {
		var authorities = new HashSet<GrantedAuthority>(granted);
		for (var authority : granted) {
			if (authority instanceof OidcUserAuthority person) {
				var roles = person.getIdToken().getClaimAsStringList("roles");
				if (roles != null) {
					roles.forEach((role) -> authorities.add(new SimpleGrantedAuthority(role)));
				}
			}
		}
		return authorities;
	}

}
