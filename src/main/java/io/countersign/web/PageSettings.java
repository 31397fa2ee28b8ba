package io.countersign.web;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the pages behave.
 *
 * @param undoWithin how long an answer given on a page can be taken back before it counts
 * @param onTimeGoal how many decisions in a hundred are to meet their deadline; 0 sets no
 * goal
 * @param askAnewAfter how long an open page is told of changes until it has to ask again,
 * with what its session may see by then
 */
@Validated
@ConfigurationProperties("countersign.pages")
record PageSettings(@NotNull @DurationMin @DurationMax(minutes = 5) @DefaultValue("10s") Duration undoWithin,
		@Min(0) @Max(100) @DefaultValue("90") int onTimeGoal,
		@NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5) @DefaultValue("5m") Duration askAnewAfter) {
}
