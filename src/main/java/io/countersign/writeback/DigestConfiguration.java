package io.countersign.writeback;

import java.time.Duration;

import io.countersign.overview.DueScale;
import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Whoever's morning has come is claimed, and his digest is written; the next is due on
 * the next working day.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DigestProperties.class)
class DigestConfiguration {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final Duration EVERY = Duration.ofSeconds(15);

	@Bean
	DigestHours digestHours(DigestProperties properties, DueScale scale) {
		return new DigestHours(properties, scale.zone(), scale::isWorkingDay);
	}

	@Bean
	IntegrationFlow writeDigests(DueRows due, DigestRounds rounds) {
		return due.flow("digest_subscription", rounds, WorkSettings.of(1, LEASE, EVERY).forever());
	}

}
