package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class DueScaleTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-11-23T08:42:00Z, 2026-11-23T08:00:00Z, OVER
			2026-11-23T08:42:00Z, 2026-11-23T13:00:00Z, TODAY
			2026-11-23T08:42:00Z, 2026-11-24T08:00:00Z, SOON
			2026-11-23T08:42:00Z, 2026-11-25T22:59:00Z, SOON
			2026-11-23T08:42:00Z, 2026-11-25T23:00:00Z, LATER
			# Friday: Monday and Tuesday are the next two working days
			2026-11-27T08:00:00Z, 2026-12-01T08:00:00Z, SOON
			2026-11-27T08:00:00Z, 2026-12-02T08:00:00Z, LATER
			# The day before Maundy Thursday: the next working days come after Easter
			2026-04-01T08:00:00Z, 2026-04-08T08:00:00Z, SOON
			2026-04-01T08:00:00Z, 2026-04-09T08:00:00Z, LATER
			# Nobody works from Christmas Eve to the day after Christmas
			2026-12-23T08:00:00Z, 2026-12-29T08:00:00Z, SOON
			2026-12-23T08:00:00Z, 2026-12-30T08:00:00Z, LATER
			# The night in which the clock goes back: 23:30 is still the same day
			2026-10-25T00:30:00Z, 2026-10-25T22:30:00Z, TODAY
			# Nearly midnight in Copenhagen, already the next day there
			2026-11-23T22:30:00Z, 2026-11-23T23:30:00Z, SOON
			""")
	void aDeadlineIsNamedByTheCalendarOfThePeople(Instant now, Instant deadline, Due.State expected) {
		assertThat(scale(now).of(Optional.of(deadline)).state()).isEqualTo(expected);
	}

	@Test
	void withoutADeadlineNothingIsLate() {
		var due = scale(Instant.EPOCH).of(Optional.empty());

		assertThat(due.state()).isEqualTo(Due.State.NONE);
		assertThat(due.left()).isEqualTo(Duration.ZERO);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-11-23T08:42:00Z, 2026-11-24T08:41:00Z, TODAY
			2026-11-23T08:42:00Z, 2026-11-24T08:42:00Z, SOON
			2026-11-23T08:42:00Z, 2026-11-30T08:41:00Z, SOON
			2026-11-23T08:42:00Z, 2026-11-30T08:42:00Z, LATER
			# The night in which the clock goes back has an hour more
			2026-10-24T22:30:00Z, 2026-10-25T22:29:00Z, TODAY
			""")
	void whoeverCountsHoursNamesItByThose(Instant now, Instant deadline, Due.State expected) {
		var scale = scale(now, new DueLimits(Duration.ofHours(24), Duration.ofDays(7)));

		assertThat(scale.of(Optional.of(deadline)).state()).isEqualTo(expected);
		assertThat(scale.soonDays()).isEqualTo(7);
		assertThat(scale.pressingHours()).contains(24L);
	}

	@Test
	void theLimitsAreTakenFromTheConfiguration() {
		var source = new MapConfigurationPropertySource(
				Map.of("countersign.overview.due.today-within", "24h", "countersign.overview.due.soon-within", "7d"));

		assertThat(new Binder(source).bind("countersign.overview.due", DueLimits.class).get())
			.isEqualTo(new DueLimits(Duration.ofHours(24), Duration.ofDays(7)));
	}

	private static DueScale scale(Instant now) {
		return scale(now, DueLimits.OF_THE_CALENDAR);
	}

	private static DueScale scale(Instant now, DueLimits limits) {
		return new DueScale(new OverviewSettings(COPENHAGEN, 2, List.of(MonthDay.of(12, 24)), Duration.ofMinutes(10),
				Duration.ofDays(3)), limits, Clock.fixed(now, COPENHAGEN));
	}

}
