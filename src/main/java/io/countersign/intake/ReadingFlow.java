package io.countersign.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

/**
 * Messages that are due are claimed, each on a worker, and read; what fails is due again
 * later.
 */
@Configuration(proxyBeanMethods = false)
class ReadingFlow {

	@Bean
	IntegrationFlow readMessages(DueRows due, MessageReading reading, IntakeProperties properties) {
		return due.flow("message", reading,
				WorkSettings.of(properties.readers(), properties.lease(), properties.every())
					.claimingAhead(2 * properties.readers()));
	}

}
