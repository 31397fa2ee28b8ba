package io.countersign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The database's time, on whichever host this runs (IN-19). What a page or a program
 * decides is ordered among what servers say of mails, so no host's own clock may have a
 * part in it: between two looks at the database only the seconds are counted.
 */
class DatabaseClock extends Clock {

	private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

	/** An answer that was long on its way tells the time too badly. */
	private static final Duration PROMPT = Duration.ofSeconds(1);

	private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

	private final JdbcClient database;

	private volatile Look last;

	DatabaseClock(JdbcClient database) {
		this.database = database;
		this.last = look();
		var off = Duration.between(Instant.now(), instant()).abs();
		if (off.compareTo(WORTH_A_WORD) > 0) {
			log.atWarn().addKeyValue("difference", off).log("This host's clock differs from the database's");
		}
	}

	/** Without the database the seconds are counted on. */
	@Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
	void lookAgain() {
		try {
			var look = look();
			if (look.took().compareTo(PROMPT) < 0) {
				this.last = look;
			}
		}
		catch (DataAccessException ex) {
			log.atDebug().setCause(ex).log("The database did not say what time it is");
		}
	}

	@Override
	public Instant instant() {
		var look = this.last;
		return look.time().plusNanos(System.nanoTime() - look.at());
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return getZone().equals(zone) ? this : new InZone(this, zone);
	}

	private Look look() {
		var asked = System.nanoTime();
		var time = this.database.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		var took = System.nanoTime() - asked;
		return new Look(time, asked + took / 2, Duration.ofNanos(took));
	}

	/**
	 * @param at by the count of nanoseconds of this process
	 */
	private record Look(Instant time, long at, Duration took) {
	}

	/** The same time, told elsewhere. */
	private static final class InZone extends Clock {

		private final Clock clock;

		private final ZoneId zone;

		private InZone(Clock clock, ZoneId zone) {
			this.clock = clock;
			this.zone = zone;
		}

		@Override
		public Instant instant() {
			return this.clock.instant();
		}

		@Override
		public ZoneId getZone() {
			return this.zone;
		}

		@Override
		public Clock withZone(ZoneId other) {
			return this.clock.withZone(other);
		}

	}

}
