package io.countersign.triage;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/** Messages that nobody has taken back are claimed, and what they say is forgotten. */
@Configuration(proxyBeanMethods = false)
class DismissalFlow {

	private static final Duration LEASE = Duration.ofMinutes(1);

	private static final Duration EVERY = Duration.ofSeconds(5);

	@Bean
	IntegrationFlow forgetDismissed(DueRows due, Dismissals dismissals) {
		return due.flow(Dismissals.TABLE, dismissals, WorkSettings.of(1, LEASE, EVERY));
	}

}
