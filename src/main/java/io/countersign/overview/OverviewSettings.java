package io.countersign.overview;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the overview counts time.
 *
 * @param zone whose calendar and clock the deadlines are on
 * @param soonWorkingDays how many working days ahead a deadline is called near
 * @param closedOn days of the year on which nobody works besides public holidays
 * @param slowAfter from when on a case has been with one person for long
 * @param lagAfter how old the last reading of a mailbox may be until the board says so
 */
@Validated
@ConfigurationProperties("countersign.overview")
record OverviewSettings(@NotNull @DefaultValue("Europe/Copenhagen") ZoneId zone,
		@DefaultValue("2") @Min(1) @Max(30) int soonWorkingDays, @DefaultValue( {
				"--06-05", "--12-24", "--12-31" }) List<MonthDay> closedOn,
		@DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(days = 1) Duration lagAfter,
		@DefaultValue("3d") @DurationMin(hours = 1) Duration slowAfter){
}
