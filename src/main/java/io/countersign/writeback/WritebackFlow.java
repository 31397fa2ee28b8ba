package io.countersign.writeback;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Answers that are due are claimed, each on a worker, and sent; what fails is due again
 * later.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WritebackProperties.class)
class WritebackFlow {

	/** One late answer is better than two, so it tries for long before it is stuck. */
	private static final int FAILURES = 150;

	private static final int DEATHS = 10;

	@Bean
	IntegrationFlow sendAnswers(DueRows due, AnswerSender answers, WritebackProperties properties) {
		return due.flow("writeback", answers,
				WorkSettings.of(properties.senders(), properties.lease(), properties.every())
					.givingUpAfter(FAILURES, DEATHS));
	}

}
