package io.countersign.connector.graph;

import java.time.Duration;

import io.countersign.connector.spi.WatchKept;
import io.countersign.connector.spi.WatchLeft;
import io.countersign.work.DueRows;
import io.countersign.work.WorkSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * Subscriptions that are due are claimed and kept alive, where Graph can reach this
 * product.
 */
@ThroughGraph
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("countersign.graph.notification-url")
class SubscriptionFlow {

	private static final Duration LEASE = Duration.ofMinutes(3);

	private static final Duration LOOK = Duration.ofSeconds(2);

	private final SubscriptionRepository repository;

	private final DueRows due;

	SubscriptionFlow(SubscriptionRepository repository, DueRows due) {
		this.repository = repository;
		this.due = due;
	}

	@Bean
	IntegrationFlow keepSubscriptions(GraphSubscriptions subscriptions) {
		this.repository.addMissing();
		return this.due.flow("subscription", subscriptions, WorkSettings.of(4, LEASE, LOOK).forever());
	}

	@Bean
	IntegrationFlow endSubscriptions(SubscriptionRemoval removal) {
		return this.due.flow("dropped_subscription", removal, WorkSettings.of(2, LEASE, LOOK));
	}

	@EventListener
	void on(WatchLeft left) {
		this.repository.drop(left.watch());
		this.due.wake("dropped_subscription");
	}

	@EventListener
	void on(WatchKept kept) {
		this.repository.add(kept.watch());
		this.due.wake("subscription");
	}

}
