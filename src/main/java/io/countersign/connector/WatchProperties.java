package io.countersign.connector;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mailboxes are read.
 *
 * @param readers folders read at the same time in one process
 * @param every how often a folder is read when no notification makes it due earlier
 * @param breath how long a folder that has just been read is left alone, whatever
 * notifications say, so that a burst of mail costs few requests
 * @param compareEvery how often a folder is compared with the ledger item by item
 * @param lease how long a process may take for one mail; a folder whose reader died is
 * read again so much later
 * @param look how often to look for due folders when nothing wakes us
 * @param news mail received longer than this before its mailbox was watched is history:
 * it makes cases, and nobody is written to about it
 */
@Validated
@ConfigurationProperties("countersign.watch")
record WatchProperties(@DefaultValue("16") @Min(1) @Max(256) int readers,
		@DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration every,
		@DefaultValue("2s") @DurationMin @DurationMax(minutes = 1) Duration breath,
		@DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 7) Duration compareEvery,
		@DefaultValue("45s") @DurationMin(seconds = 5) @DurationMax(minutes = 10) Duration lease,
		@DefaultValue("250ms") @DurationMin(millis = 10) @DurationMax(seconds = 10) Duration look,
		@DefaultValue("7d") @DurationMin @DurationMax(days = 365) Duration news) {
}
