package io.countersign.web;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/** Answers that nobody has taken back are claimed, each on a worker, and given. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PendingFlow {

	private static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration EVERY = Duration.ofMillis(500);

	@Bean
	IntegrationFlow giveAnswers(DueRows due, AnswerGiver answers) {
		return due.flow("pending_answer", answers, WorkSettings.of(2, LEASE, EVERY).givingUpAfter(20, 3));
	}

}
