package io.countersign.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.web.SecurityFilterChain;

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
	 * compares.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain notifications(HttpSecurity http) throws Exception {
		return http.securityMatcher("/graph/notify", "/graph/life")
			.authorizeHttpRequests((calls) -> calls.anyRequest().permitAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.build();
	}

	@Bean
	@Order(3)
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
				.defaultSuccessUrl("/"))
			.logout((logout) -> logout.logoutSuccessUrl("/signed-out"))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
				.referrerPolicy((policy) -> policy.policy(
						org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
			.build();
	}

}
