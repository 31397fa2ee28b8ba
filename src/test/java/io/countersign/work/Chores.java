package io.countersign.work;

import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.countersign.support.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of chores that wait to be done, and replicas that do them. */
final class Chores {

	final DataSource source = TestDatabase.fresh().dataSource();

	final JdbcClient database = JdbcClient.create(this.source);

	final MeterRegistry meters = new SimpleMeterRegistry();

	Chores() {
		this.database.sql("""
				create table chore (
					id text primary key,
					due_at timestamptz,
					attempts int not null default 0,
					returns int not null default 0,
					failures int not null default 0,
					problem text,
					times_done int not null default 0
				);
				create index on chore (due_at) where due_at is not null
				""").update();
	}

	void add(int count) {
		IntStream.range(0, count).forEach((number) -> add("chore-" + number));
	}

	void add(String id) {
		this.database.sql("insert into chore (id, due_at) values (?, now())").param(id).update();
	}

	DueTable table() {
		return new DueTable(this.database, "chore");
	}

	/** Does the chore in a transaction of its own, once, if it is still ours. */
	void finish(Claim claim) {
		TestDatabase.transactions(this.source).executeWithoutResult((status) -> {
			this.database.sql("update chore set times_done = times_done + 1 where id = ?").param(claim.id()).update();
			if (!table().done(claim)) {
				status.setRollbackOnly();
			}
		});
	}

	long count(String condition) {
		return this.database.sql("select count(*) from chore where " + condition).query(Long.class).single();
	}

	/** A process of the product that does chores until it is closed. */
	AnnotationConfigApplicationContext replica(Work work, WorkSettings settings) {
		var context = new AnnotationConfigApplicationContext();
		context.register(Integration.class);
		context.registerBean(Replicas.class, () -> new Replicas(this.source));
		context.registerBean(WakeUps.class);
		context.registerBean(WorkGauges.class, () -> new WorkGauges(this.database, this.meters));
		context.registerBean(DueRows.class,
				() -> new DueRows(this.database, context.getBean(WakeUps.class), context.getBean(WorkGauges.class)));
		context.registerBean(IntegrationFlow.class, () -> context.getBean(DueRows.class).flow("chore", work, settings));
		context.refresh();
		return context;
	}

	@EnableIntegration
	static class Integration {

	}

}
