package io.countersign.cases;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Cases in which a text has become known are claimed, and their files put in order; one
 * at a time, because no answer waits for it.
 */
@Configuration(proxyBeanMethods = false)
class ChainFlow {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final Duration EVERY = Duration.ofSeconds(2);

	@Bean
	IntegrationFlow chainDocuments(DueRows due, Chaining chaining) {
		return due.flow("case_chain", chaining, WorkSettings.of(1, LEASE, EVERY));
	}

}
