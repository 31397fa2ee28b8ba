package io.countersign.connector.graph;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/** The directory is read when it is due. */
@ThroughGraph
@Configuration(proxyBeanMethods = false)
class DirectoryFlow {

	private static final Duration LEASE = Duration.ofMinutes(5);

	private static final Duration LOOK = Duration.ofSeconds(5);

	@Bean
	IntegrationFlow readDirectory(DueRows due, GraphDirectory directory) {
		return due.flow("directory", directory, WorkSettings.of(1, LEASE, LOOK).forever());
	}

}
