package io.countersign.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is due, for how long, and what is stuck, per table, at the time of asking. */
@Component
class WorkGauges {

	private final JdbcClient database;

	private final MeterRegistry meters;

	WorkGauges(JdbcClient database, MeterRegistry meters) {
		this.database = database;
		this.meters = meters;
	}

	void register(DueTable table) {
		gauge(table, "countersign.work.due", "Rows that are due and not claimed",
				"select count(*) from %s where due_at <= now()");
		gauge(table, "countersign.work.lag", "Seconds the longest waiting row is overdue",
				"select coalesce(extract(epoch from now() - min(due_at)), 0) from %s where due_at <= now()");
		gauge(table, "countersign.work.stuck", "Rows nobody works on until a person looks",
				"select count(*) from %s where due_at is null and problem is not null");
	}

	private void gauge(DueTable table, String name, String description, String sql) {
		Gauge.builder(name, () -> number(sql.formatted(table.name())))
			.tag("table", table.name())
			.description(description)
			.register(this.meters);
	}

	private double number(String sql) {
		try {
			return this.database.sql(sql).query(Double.class).single();
		}
		catch (DataAccessException ex) {
			return Double.NaN;
		}
	}

}
