package io.countersign.verdicts;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replies are judged.
 *
 * @param sentItemsGrace how much later than a mail its copy may turn up in its author's
 * Sent Items before its absence holds the verdict
 * @param sentItemsPatience how long a verdict waits for Sent Items to be read at all
 * before it is held
 */
@Validated
@ConfigurationProperties("countersign.verdicts")
record VerdictProperties(@DefaultValue("2m") @DurationMin Duration sentItemsGrace,
		@DefaultValue("24h") @DurationMin Duration sentItemsPatience) {
}
