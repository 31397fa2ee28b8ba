package io.countersign.writeback;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import io.countersign.identity.EmailAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How answers are sent. The limits are those of RL-8.
 *
 * @param mailbox our own mailbox, from which every answer is sent
 * @param baseUrl where people open the pages
 * @param secretariat who is told when a mail looks forged
 * @param questionsStand how long a question about a held answer can be answered by mail
 * @param handOver how long nobody sends a draft again whose sending may have been
 * accepted
 * @param perThreadAndHour automatic mails to one thread in an hour
 * @param perAddressAndHour automatic mails to one address in an hour
 * @param perAddressAndDay automatic mails to one address in a day
 */
@Validated
@ConfigurationProperties("countersign.writeback")
record WritebackProperties(@NotNull EmailAddress mailbox, @NotNull URI baseUrl,
		@DefaultValue List<EmailAddress> secretariat,
		@DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 365) Duration questionsStand,
		@DefaultValue("Europe/Copenhagen") ZoneId zone, @DefaultValue("4") @Min(1) @Max(32) int senders,
		@DefaultValue("45s") @DurationMin(seconds = 5) @DurationMax(minutes = 10) Duration lease,
		@DefaultValue("200ms") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration every,
		@DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration handOver,
		@DefaultValue("2") @Min(1) int perThreadAndHour, @DefaultValue("5") @Min(1) int perAddressAndHour,
		@DefaultValue("20") @Min(1) int perAddressAndDay) {

	WritebackProperties {
		secretariat = List.copyOf(secretariat);
	}

}
