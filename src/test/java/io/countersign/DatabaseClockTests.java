package io.countersign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import javax.sql.DataSource;

import io.countersign.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DatabaseClockTests {

	private static final long SLOW_MACHINE = 5;

	private final TestDatabase database = TestDatabase.fresh();

	@ParameterizedTest
	@ValueSource(ints = { 24, 0, -24 })
	void IN_19_theTimeIsTheDatabasesHoweverFarTheHostsClockIsAway(int hours) {
		var clock = new DatabaseClock(JdbcClient.create(ahead(hours)));

		assertThat(clock.instant()).isCloseTo(Instant.now().plus(hours, ChronoUnit.HOURS),
				within(SLOW_MACHINE, ChronoUnit.SECONDS));
	}

	@Test
	void aDatabaseThatIsAwayLeavesTheTimeGoingOn() throws InterruptedException {
		var source = ahead(24);
		var clock = new DatabaseClock(JdbcClient.create(source));
		var before = clock.instant();
		source.destroy();
		source.setUrl("jdbc:postgresql://localhost:1/nowhere");

		Thread.sleep(Duration.ofMillis(20));
		clock.lookAgain();

		assertThat(clock.instant()).isAfterOrEqualTo(before.plusMillis(20)).isBefore(before.plusSeconds(SLOW_MACHINE));
	}

	@Test
	void inAnotherZoneItIsTheSameTime() {
		Clock clock = new DatabaseClock(JdbcClient.create(ahead(24)));
		var there = clock.withZone(ZoneId.of("Europe/Copenhagen"));

		assertThat(there.getZone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
		assertThat(there.instant()).isCloseTo(clock.instant(), within(SLOW_MACHINE, ChronoUnit.SECONDS));
	}

	/** What is found before the system's own function is taken for it. */
	private SingleConnectionDataSource ahead(int hours) {
		var source = new SingleConnectionDataSource(this.database.jdbcUrl(), true);
		JdbcClient.create((DataSource) source).sql("""
				create schema shifted;
				create function shifted.clock_timestamp() returns timestamptz language sql volatile
					return pg_catalog.clock_timestamp() + interval '%d hours';
				set search_path = public, shifted, pg_catalog;
				""".formatted(hours)).update();
		return source;
	}

}
