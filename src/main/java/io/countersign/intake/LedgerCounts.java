package io.countersign.intake;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many items are in which state. Triggers add what changes; here it is summed up, and
 * kept from growing.
 */
@Repository
class LedgerCounts {

	private static final Logger log = LoggerFactory.getLogger(LedgerCounts.class);

	/** Rows that summing up takes a few milliseconds for. */
	private static final int MANY = 10_000;

	private final JdbcClient database;

	LedgerCounts(JdbcClient database) {
		this.database = database;
	}

	/** Items by mailbox and state. */
	Map<String, Map<String, Long>> all() {
		var counts = new TreeMap<String, Map<String, Long>>();
		this.database
			.sql("""
					select mailbox, state, sum(items) as items from sighting_count group by mailbox, state having sum(items) <> 0
					""")
			.query((row) -> {
				counts.computeIfAbsent(row.getString("mailbox"), (_) -> new TreeMap<>())
					.merge(MessageState.valueOf(row.getString("state")).word(), row.getLong("items"), Long::sum);
			});
		return counts;
	}

	/** Makes one row of all that say the same. What is added meanwhile stays. */
	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	@Transactional
	public void fold() {
		if (isAlone() && this.database.sql("""
				select count(*) - count(distinct (mailbox, state)) > :many from sighting_count
				""").param("many", MANY).query(Boolean.class).single()) {
			this.database.sql("""
					with gone as (
						delete from sighting_count returning mailbox, state, items
					)
					insert into sighting_count (mailbox, state, items)
					select mailbox, state, sum(items) from gone group by mailbox, state having sum(items) <> 0
					""").update();
		}
	}

	/**
	 * Counts the ledger itself, without holding anybody up, so that no fault can stay for
	 * long. Answers how many counts were not what they should be.
	 */
	@Scheduled(initialDelay = 2, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
	@Transactional
	public long recount() {
		if (!isAlone()) {
			return 0;
		}
		var wrong = this.database.sql("""
				with gone as (
					delete from sighting_count returning mailbox, state, items
				), told as (
					select mailbox, state, sum(items) as items from gone group by mailbox, state having sum(items) <> 0
				), counted as (
					select s.mailbox, sighting_state(s.state, m.state, m.failures) as state, count(*) as items
					from sighting s left join message m on m.id = s.message group by 1, 2
				), put as (
					insert into sighting_count (mailbox, state, items) select mailbox, state, items from counted
				)
				select count(*) from told full join counted using (mailbox, state)
				where told.items is distinct from counted.items
				""").query(Long.class).single();
		if (wrong > 0) {
			log.atWarn().addKeyValue("count", wrong).log("Counts of the ledger were wrong and are put right");
		}
		return wrong;
	}

	/** Two who put other rows in the place of these would count twice. */
	private boolean isAlone() {
		return this.database.sql("select pg_try_advisory_xact_lock(hashtextextended('sighting_count', 0))")
			.query(Boolean.class)
			.single();
	}

}
