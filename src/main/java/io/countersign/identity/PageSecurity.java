package io.countersign.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Pages are for people who have signed in; the doors for Graph's notifications stand
 * open.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
			+ "manifest-src 'self'";

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
	SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
		var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
		requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return http
			.authorizeHttpRequests((calls) -> calls
				.requestMatchers("/error", "/favicon.ico", "/assets/**", "/webjars/**", "/signed-out")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2Login((login) -> login
				.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestResolver(requests))
				.userInfoEndpoint((endpoint) -> endpoint.userAuthoritiesMapper(PageSecurity::roles))
				.defaultSuccessUrl("/"))
			.logout((logout) -> logout.logoutSuccessUrl("/signed-out"))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.NO_REFERRER))
				.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
			.build();
	}

	@Bean
	ClientRegistrationRepository identityProvider(SignInProperties provider) {
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("organisation")
			.clientId(provider.clientId())
			.clientSecret(provider.clientSecret().value())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope(List.of("openid", "profile", "email"))
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
