package io.countersign.triage;

import java.time.Duration;
import java.time.ZoneId;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sorted.
 *
 * @param zone in which the organisation reckons
 * @param certain from this confidence on a request opens a case by itself
 * @param doubtful from this confidence on a request goes to a person; below it is nothing
 * @param lookAgain the pause before a reply whose proof is on its way is judged again
 * @param chatGrace how long after a message the chat has to have been looked at before
 * anything is concluded from it: what was said before it may come later
 * @param filesPatience how long after its receipt a mail waits for the text of its files,
 * where only that tells whether they are other versions of what was asked about
 * @param parentPatience how long after it was taken in a mail that would open a case
 * waits for a mail that it answers and nobody has shown yet
 */
@Validated
@ConfigurationProperties("countersign.triage")
record TriageProperties(@DefaultValue("Europe/Copenhagen") ZoneId zone,
		@DefaultValue("0.6") @DecimalMin("0.0") @DecimalMax("1.0") double certain,
		@DefaultValue("0.35") @DecimalMin("0.0") @DecimalMax("1.0") double doubtful,
		@DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration lookAgain,
		@DefaultValue("30s") @DurationMin @DurationMax(hours = 1) Duration filesPatience,
		@DefaultValue("5s") @DurationMin @DurationMax(hours = 1) Duration chatGrace,
		@DefaultValue("1m") @DurationMin @DurationMax(days = 1) Duration parentPatience) {
}
