package io.countersign.intake;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are taken in.
 *
 * @param hashKey the secret under which forgotten ids are hashed; whoever has it can test
 * whether a given mail was seen, and with another one everything is news again
 * @param readers messages read at the same time in one process
 * @param lease how long a process may take for one message
 * @param every how often to look for due messages when nothing wakes us
 * @param parentWait how long a reply waits for a stored mail it answers to be read
 */
@Validated
@ConfigurationProperties("countersign.intake")
record IntakeProperties(@NotBlank @Size(min = 16) String hashKey, @DefaultValue("4") @Min(1) @Max(64) int readers,
		@DefaultValue("45s") @DurationMin(seconds = 5) @DurationMax(minutes = 10) Duration lease,
		@DefaultValue("250ms") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration every,
		@DefaultValue("2m") @DurationMin @DurationMax(days = 1) Duration parentWait,
		@Valid @DefaultValue Limits limits) {

	/** The key stays out of logs and error pages. */
	@Override
	public String toString() {
		return "IntakeProperties[readers=%d, lease=%s, every=%s, parentWait=%s, limits=%s]".formatted(this.readers,
				this.lease, this.every, this.parentWait, this.limits);
	}

}
