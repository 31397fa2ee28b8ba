package io.countersign.identity;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * The second host knows no session and no cookie, and no door but that of signed links:
 * neither pages nor API.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.downloads.base-uri")
class DownloadSecurity {

	@Bean
	@Order(0)
	SecurityFilterChain downloads(HttpSecurity http, DownloadHost host) throws Exception {
		return http.securityMatcher(host::isAskedBy)
			.authorizeHttpRequests((calls) -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.GET, DownloadPasses.PATH + "*")
				.permitAll()
				.anyRequest()
				.denyAll())
			.exceptionHandling(
					(failures) -> failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

}
