package io.countersign.documents;

import java.time.Duration;

import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that are due are claimed, each for one worker, and fetched; what fails again and
 * again stays a link. There is no flow where no sites are named.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnCloudSites.class)
class LinkFlow {

	private static final Duration LEASE = Duration.ofMinutes(15);

	@Bean
	LinkFetching linkFetching(CloudLinkRepository links, Documents documents, ObjectProvider<CloudStore> stores,
			CloudLinkProperties properties, DueRows due, PlatformTransactionManager transactions,
			ApplicationEventPublisher events) {
		return new LinkFetching(links, documents, stores, properties, due, new TransactionTemplate(transactions),
				events);
	}

	@Bean
	IntegrationFlow fetchLinks(DueRows due, LinkFetching fetching, CloudLinkProperties properties) {
		return due.flow("cloud_link", fetching, WorkSettings.of(1, LEASE, properties.every()).givingUpAfter(8, 3));
	}

}
