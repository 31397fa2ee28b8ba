package io.countersign.work;

import javax.sql.DataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;

/** This module's services for other modules' tests, as of one process. */
public final class TestWork {

	private TestWork() {
	}

	public static WakeUps wakeUps(DataSource database) {
		return new WakeUps(new Replicas(database));
	}

	public static DueRows dueRows(DataSource database) {
		var client = JdbcClient.create(database);
		return new DueRows(client, wakeUps(database), new WorkGauges(client, new SimpleMeterRegistry()));
	}

}
