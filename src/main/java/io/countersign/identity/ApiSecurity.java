package io.countersign.identity;

import java.time.Clock;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The API takes bearer tokens of the organisation's identity provider, and nothing else.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	static final String DESCRIPTION = "/api/v1/openapi.json";

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, ApiProperties limits, CallRepository calls,
			TransactionOperations transactions, FreshSignIn signIn, Clock clock) throws Exception {
		return http.securityMatcher("/api/**")
			.addFilterBefore(new CallLimit(limits.callsPerMinute(), clock), AuthorizationFilter.class)
			.addFilterAfter(new StepUp(signIn), AuthorizationFilter.class)
			.addFilterAfter(new RepeatedCalls(calls, transactions), StepUp.class)
			.authorizeHttpRequests(ApiSecurity::permissions)
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(caller()))
				.authenticationEntryPoint(SecurityProblems::unauthenticated)
				.accessDeniedHandler(SecurityProblems::denied))
			.exceptionHandling((failures) -> failures.authenticationEntryPoint(SecurityProblems::unauthenticated)
				.accessDeniedHandler(SecurityProblems::denied))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			// A bearer token is never sent by a browser of itself, so it cannot be forged
			// by another site.
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	/** A call that is not named here is refused. */
	private static void permissions(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
		calls.requestMatchers(HttpMethod.GET, DESCRIPTION).permitAll();
		for (var permission : Permission.all()) {
			calls.requestMatchers(permission.method(), permission.paths().toArray(String[]::new))
				.hasAnyAuthority(permission.roles().stream().map(AppRole::authority).toArray(String[]::new));
		}
		calls.anyRequest().denyAll();
	}

	/**
	 * Keys are fetched with the first token, so that the product starts while the
	 * provider is away.
	 */
	@Bean
	JwtDecoder apiTokens(SignInProperties provider) {
		var decoder = NimbusJwtDecoder.withJwkSetUri(provider.keys().toString()).build();
		OAuth2TokenValidator<Jwt> forUs = new JwtClaimValidator<List<String>>("aud",
				(names) -> names != null && names.contains(provider.audience()));
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				JwtValidators.createDefaultWithIssuer(provider.issuer().toString()), forUs));
		return decoder;
	}

	private static JwtAuthenticationConverter caller() {
		var converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(new TokenPermissions());
		return converter;
	}

}
