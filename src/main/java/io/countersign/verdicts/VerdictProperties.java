package io.countersign.verdicts;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replies are judged.
 *
 * @param sentItemsGrace how much later than a mail its copy may turn up in its author's
 * Sent Items before its absence holds the verdict
 */
@Validated
@ConfigurationProperties("countersign.verdicts")
record VerdictProperties(@DefaultValue("2m") Duration sentItemsGrace) {
}
