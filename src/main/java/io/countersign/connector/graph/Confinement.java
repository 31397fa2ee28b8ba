package io.countersign.connector.graph;

import java.util.concurrent.TimeUnit;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.microsoft.graph.serviceclient.GraphServiceClient;

/**
 * Asks at the start for a mailbox that nobody wants watched (SE-4), and again until Graph
 * has said yes or no. When it shows it, the application may read more than it has to, and
 * somebody should confine it.
 */
@ThroughGraph
@Component
class Confinement {

	private static final Logger log = LoggerFactory.getLogger(Confinement.class);

	private final GraphServiceClient client;

	private final GraphCalls calls;

	private final GraphProperties properties;

	private volatile double open = Double.NaN;

	Confinement(GraphServiceClient client, GraphCalls calls, GraphProperties properties, MeterRegistry meters) {
		this.client = client;
		this.calls = calls;
		this.properties = properties;
		Gauge.builder("countersign.graph.unconfined", () -> this.open)
			.description(
					"1 while Graph shows the application a mailbox that nobody wants watched, NaN until it has said")
			.register(meters);
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		var foreign = this.properties.foreignMailbox();
		if (foreign == null) {
			log.atWarn()
				.log("Nobody has checked that Graph shows the application no other mailboxes: "
						+ "countersign.graph.foreign-mailbox names none");
		}
		else {
			Thread.ofVirtual().name("confinement").start(() -> ask(foreign));
		}
	}

	/**
	 * Not often: a right that is asked for all the time stays as Exchange remembers it.
	 */
	@Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
	void again() {
		var foreign = this.properties.foreignMailbox();
		if (foreign != null) {
			askUnlessAnswered(foreign);
		}
	}

	void askUnlessAnswered(EmailAddress foreign) {
		if (Double.isNaN(this.open)) {
			ask(foreign);
		}
	}

	/** Until Graph has said yes or no, nobody knows. */
	Answer ask(EmailAddress foreign) {
		var answer = answer(foreign);
		switch (answer) {
			case SHOWN -> log.atWarn()
				.log("Graph shows the application a mailbox it has no business with: "
						+ "confine it with RBAC for Applications");
			case REFUSED -> log.info("Graph does not show the application a mailbox that nobody wants watched");
			case ABSENT -> log.warn("Graph does not find the mailbox that countersign.graph.foreign-mailbox names, "
					+ "so nobody knows whether it shows the application other mailboxes: name one that exists");
			case UNKNOWN -> log.warn("Whether Graph shows the application other mailboxes could not be asked");
		}
		this.open = switch (answer) {
			case SHOWN -> 1;
			case REFUSED -> 0;
			case ABSENT, UNKNOWN -> Double.NaN;
		};
		return answer;
	}

	private Answer answer(EmailAddress foreign) {
		try {
			this.calls
				.make(() -> String.valueOf(this.client.users().byUserId(foreign.value()).messages().get((request) -> {
					if (request.queryParameters != null) {
						request.queryParameters.top = 1;
						request.queryParameters.select = new String[] { "id" };
					}
				})));
			return Answer.SHOWN;
		}
		catch (ConnectorException.Barred ex) {
			return Answer.REFUSED;
		}
		catch (ConnectorException.Gone ex) {
			return Answer.ABSENT;
		}
		catch (ConnectorException | StateLost ex) {
			return Answer.UNKNOWN;
		}
	}

	/** What Graph says to somebody who asks for a mailbox. */
	enum Answer {

		SHOWN, REFUSED,

		/** That there is no such mailbox: it would have said so of any. */
		ABSENT,

		UNKNOWN

	}

}
