package io.countersign.connector.graph;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.microsoft.graph.serviceclient.GraphServiceClient;

/**
 * Asks at the start for a mailbox that nobody wants watched (SE-4). When Graph shows it,
 * the application may read more than it has to, and somebody should confine it.
 */
@ThroughGraph
@Component
class Confinement {

	private static final Logger log = LoggerFactory.getLogger(Confinement.class);

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final GraphProperties properties;

	private volatile boolean open;

	Confinement(GraphServiceClient client, GraphCalls calls, GraphProperties properties, MeterRegistry meters) {
		this.client = client;
		this.calls = calls;
		this.properties = properties;
		Gauge.builder("countersign.graph.unconfined", () -> this.open ? 1 : 0)
			.description("Whether Graph shows the application a mailbox that nobody wants watched")
			.register(meters);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		var foreign = this.properties.foreignMailbox();
		if (foreign != null) {
			Thread.ofVirtual().name("confinement").start(() -> ask(foreign));
		}
	}

	/** Answers whether the mailbox was shown. */
	boolean ask(EmailAddress foreign) {
		this.open = isShown(foreign);
		if (this.open) {
			log.atWarn()
				.log("Graph shows the application a mailbox it has no business with: "
						+ "confine it with RBAC for Applications");
		}
		return this.open;
	}

	private boolean isShown(EmailAddress foreign) {
		try {
			this.calls
				.make(() -> String.valueOf(this.client.users().byUserId(foreign.value()).messages().get((request) -> {
					if (request.queryParameters != null) {
						request.queryParameters.top = 1;
						request.queryParameters.select = new String[] { "id" };
					}
				})));
			return true;
		}
		catch (ConnectorException ex) {
			log.atInfo()
				.addKeyValue("reason", ex.getMessage())
				.log("Graph does not show the application a mailbox that nobody wants watched");
			return false;
		}
	}

}
