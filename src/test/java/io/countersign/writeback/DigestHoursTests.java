package io.countersign.writeback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

import io.countersign.reading.PublicHolidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** When a digest goes out, and when it does not. */
class DigestHoursTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private final DigestHours hours = hours(LocalTime.of(7, 30));

	@ParameterizedTest
	@CsvSource({ "2026-11-26T07:29:59, false", "2026-11-26T07:30:00, true", "2026-11-26T12:00:00, true",
			"2026-11-26T17:59:59, true", "2026-11-26T18:00:00, false", "2026-11-26T23:30:00, false",
			"2026-11-27T00:10:00, false", "2026-11-27T06:59:00, false", "2026-11-28T08:00:00, false",
			"2026-11-29T08:00:00, false", "2026-12-25T08:00:00, false", "2027-03-26T08:00:00, false",
			"2027-05-06T08:00:00, false" })
	void itGoesOutOnWorkingDaysFromItsTimeUntilTheQuietHours(String local, boolean expected) {
		assertThat(this.hours.isTime(at(local))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-26T07:00:00, 2026-11-26T07:30:00", "2026-11-26T07:30:00, 2026-11-27T07:30:00",
			"2026-11-27T08:00:00, 2026-11-30T07:30:00", "2026-12-24T08:00:00, 2026-12-28T07:30:00",
			"2027-03-24T08:00:00, 2027-03-30T07:30:00" })
	void theNextOneComesOnTheNextWorkingDay(String after, String expected) {
		assertThat(this.hours.next(at(after))).isEqualTo(at(expected));
	}

	@Test
	void itIsHalfPastSevenOnTheWallAlsoWhenTheClocksHaveChanged() {
		var before = this.hours.next(at("2027-03-25T20:00:00").minus(Duration.ofDays(2)));
		var after = this.hours.next(at("2027-03-29T20:00:00"));

		assertThat(before).isEqualTo(Instant.parse("2027-03-24T06:30:00Z"));
		assertThat(after).isEqualTo(Instant.parse("2027-03-30T05:30:00Z"));
		assertThat(this.hours.next(at("2026-10-23T08:00:00"))).isEqualTo(Instant.parse("2026-10-26T06:30:00Z"));
	}

	@Test
	void aTimeThatTheClocksLeaveOutComesAnHourLater() {
		var atNight = new DigestHours(properties(LocalTime.of(2, 30), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true),
				COPENHAGEN, (_) -> true);

		assertThat(atNight.next(at("2027-03-27T12:00:00"))).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
		assertThat(atNight.next(at("2026-10-24T12:00:00"))).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
	}

	@Test
	void theOneOfYesterdayGoesOutNoMore() {
		assertThat(this.hours.isTime(LocalDate.of(2026, 11, 25), at("2026-11-26T08:00:00"))).isFalse();
		assertThat(this.hours.isTime(LocalDate.of(2026, 11, 26), at("2026-11-26T08:00:00"))).isTrue();
	}

	@Test
	void quietHoursMayBeOnEitherSideOfMidnight() {
		var noon = properties(LocalTime.of(8, 0), LocalTime.of(11, 0), LocalTime.of(13, 0), false);

		assertThat(noon.isQuiet(LocalTime.of(12, 0))).isTrue();
		assertThat(noon.isQuiet(LocalTime.of(13, 0))).isFalse();
		assertThat(noon.isAtLoud()).isTrue();
		assertThat(properties(LocalTime.of(6, 0), LocalTime.of(18, 0), LocalTime.of(7, 0), false).isAtLoud()).isFalse();
	}

	private static DigestHours hours(LocalTime at) {
		return new DigestHours(properties(at, LocalTime.of(18, 0), LocalTime.of(7, 0), false), COPENHAGEN,
				DigestHoursTests::isWorkingDay);
	}

	private static DigestProperties properties(LocalTime at, LocalTime from, LocalTime until, boolean everyDay) {
		return new DigestProperties(at, everyDay, from, until, 12, Duration.ofDays(3));
	}

	private static boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !PublicHolidays.isHoliday(day);
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
	}

}
