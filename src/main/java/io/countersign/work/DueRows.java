package io.countersign.work;

import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Builds the flow of each kind of work: what is due is claimed, each on a worker, and
 * done.
 */
@Component
public class DueRows {

	private final JdbcClient database;

	private final WakeUps wakeUps;

	private final WorkGauges gauges;

	DueRows(JdbcClient database, WakeUps wakeUps, WorkGauges gauges) {
		this.database = database;
		this.wakeUps = wakeUps;
		this.gauges = gauges;
	}

	public DueTable table(String name) {
		return new DueTable(this.database, name);
	}

	/**
	 * The flow that works on the table looks as soon as this transaction has committed.
	 */
	public void wake(String table) {
		this.wakeUps.afterCommit(table);
	}

	/** The one shape all flows have. */
	public IntegrationFlow flow(String table, Work work, WorkSettings settings) {
		var rows = table(table);
		var workers = new Workers(table, settings);
		var worker = new Worker(rows, work, settings);
		this.gauges.register(rows);
		return IntegrationFlow.from(new DueSource(rows, worker, workers, settings, this.wakeUps))
			.split()
			.channel((each) -> each.executor(workers::execute))
			.handle((message) -> worker.take((Claim) message.getPayload(), workers))
			.get();
	}

}
