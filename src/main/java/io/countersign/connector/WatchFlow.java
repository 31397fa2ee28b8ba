package io.countersign.connector;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Watches that are due are claimed, each on a worker, and read; so are mails that could
 * not be fetched with the others.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchProperties.class)
class WatchFlow {

	/** What came while this process was not there may have been told to nobody (IN-5). */
	@Bean
	IntegrationFlow readWatches(DueRows due, WatchRepository watches, WatchReading reading,
			WatchProperties properties) {
		watches.compareAll();
		return due.flow("watch", reading,
				WorkSettings.of(properties.readers(), properties.lease(), properties.look()).forever());
	}

	@Bean
	IntegrationFlow fetchAgain(DueRows due, Fetching fetching, WatchProperties properties) {
		return due.flow("unfetched", fetching, WorkSettings.of(2, properties.lease(), properties.look()));
	}

}
