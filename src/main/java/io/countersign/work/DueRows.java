package io.countersign.work;

import java.util.List;
import java.util.concurrent.Semaphore;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.integration.core.MessageSource;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.stereotype.Component;

/**
 * Builds the flow of each kind of work: what is due is claimed, each on a worker, and
 * done.
 */
@Component
public class DueRows {

	private static final long STOPS_WITHIN_MILLIS = 10_000;

	private final JdbcClient database;

	DueRows(JdbcClient database) {
		this.database = database;
	}

	public DueTable table(String name) {
		return new DueTable(this.database, name);
	}

	/** The one shape all flows have. */
	public IntegrationFlow flow(String name, Work work, WorkSettings settings) {
		var table = table(name);
		var free = new Semaphore(settings.workers());
		var worker = new Worker(table, work, settings, free);
		return IntegrationFlow
			.from(due(table, settings, free),
					(every) -> every.poller(Pollers.fixedDelay(settings.every()).maxMessagesPerPoll(-1)))
			.split()
			.channel((each) -> each.executor(workers(name)))
			.handle((message) -> worker.take((Claim) message.getPayload()))
			.get();
	}

	/** Waits for a free worker and claims no more rows than workers can start at once. */
	private static MessageSource<List<Claim>> due(DueTable table, WorkSettings settings, Semaphore free) {
		return () -> {
			free.acquireUninterruptibly();
			var slots = 1 + free.drainPermits();
			var claims = List.<Claim>of();
			try {
				claims = table.claim(slots, settings.lease());
			}
			finally {
				free.release(slots - claims.size());
			}
			return claims.isEmpty() ? null : new GenericMessage<>(claims);
		};
	}

	private static SimpleAsyncTaskExecutor workers(String name) {
		var workers = new SimpleAsyncTaskExecutor(name + "-");
		workers.setVirtualThreads(true);
		workers.setTaskTerminationTimeout(STOPS_WITHIN_MILLIS);
		return workers;
	}

}
