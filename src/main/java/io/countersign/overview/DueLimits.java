package io.countersign.overview;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * From when on a deadline is pressing and near, for whoever counts hours and not days of
 * the calendar.
 *
 * @param todayWithin how long before its end a deadline is pressing; on its own day where
 * nothing is said
 * @param soonWithin how long before its end it is near; some working days ahead where
 * nothing is said
 */
@Validated
@ConfigurationProperties("countersign.overview.due")
record DueLimits(@DurationMin(hours = 1) @Nullable Duration todayWithin,
		@DurationMin(hours = 1) @Nullable Duration soonWithin) {

	static final DueLimits OF_THE_CALENDAR = new DueLimits(null, null);

}
