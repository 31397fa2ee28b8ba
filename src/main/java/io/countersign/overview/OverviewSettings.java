package io.countersign.overview;

import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the overview counts time.
 *
 * @param zone whose calendar and clock the deadlines are on
 * @param soonWorkingDays how many working days ahead a deadline is called near
 */
@Validated
@ConfigurationProperties("countersign.overview")
record OverviewSettings(@NotNull @DefaultValue("Europe/Copenhagen") ZoneId zone,
		@DefaultValue("2") @Min(1) @Max(30) int soonWorkingDays) {
}
