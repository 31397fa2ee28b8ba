package io.countersign.connector.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.countersign.connector.ConnectorException;
import io.countersign.work.Claim;
import io.countersign.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Ends subscriptions at Graph that no watch needs any more. */
@ThroughGraph
@Component
class SubscriptionRemoval implements Work {

	private static final Logger log = LoggerFactory.getLogger(SubscriptionRemoval.class);

	private final SubscriptionRepository repository;

	private final GraphServiceClient client;

	private final GraphCalls calls;

	SubscriptionRemoval(SubscriptionRepository repository, GraphServiceClient client, GraphCalls calls) {
		this.repository = repository;
		this.client = client;
		this.calls = calls;
	}

	@Override
	public void work(Claim claim) {
		this.repository.dropped(claim).ifPresent((mailbox) -> {
			try {
				this.calls.make(mailbox, () -> {
					this.client.subscriptions().bySubscriptionId(claim.id()).delete();
					return mailbox;
				});
			}
			catch (ConnectorException.Gone ex) {
				log.atDebug().addKeyValue("subscription", claim.id()).log("A subscription had ended already");
			}
		});
		this.repository.forget(claim);
	}

	/** It ends by itself within days, and what it says until then is nobody's hint. */
	@Override
	public void giveUp(Claim claim, String reason) {
		log.atWarn()
			.addKeyValue("subscription", claim.id())
			.addKeyValue("reason", reason)
			.log("A subscription could not be ended");
		this.repository.forget(claim);
	}

}
