package io.countersign.identity;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the API may be used.
 *
 * @param callsPerMinute of one program
 */
@Validated
@ConfigurationProperties("countersign.api")
record ApiProperties(@DefaultValue("6000") @Min(1) int callsPerMinute) {
}
