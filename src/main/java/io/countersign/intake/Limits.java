package io.countersign.intake;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of one mail is taken in (IN-10, IN-11). The raw mail is kept whatever its
 * size; what a limit leaves out is said in a remark.
 *
 * @param message all its parts together, decoded
 * @param depth levels of multiparts within each other
 * @param text the longest body text, in characters
 * @param memory files of one mail held in memory before they go through temporary files
 * @param time spent on parsing
 */
record Limits(@DefaultValue("100") @Min(1) @Max(100) int depth, @DefaultValue("1000") @Min(1) int parts,
		@DefaultValue("250") @Min(1) int attachments, @DefaultValue("2000") @Min(1) int headerFields,
		@DefaultValue("256KB") DataSize header, @DefaultValue("64KB") DataSize headerField,
		@DefaultValue("1000") @Min(1) int recipients, @DefaultValue("150MB") DataSize message,
		@DefaultValue("5000000") @Min(1) @Max(50_000_000) int text, @DefaultValue("16MB") DataSize memory,
		@DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration time) {

	static final Limits DEFAULT = new Limits(100, 1000, 250, 2000, DataSize.ofKilobytes(256), DataSize.ofKilobytes(64),
			1000, DataSize.ofMegabytes(150), 5_000_000, DataSize.ofMegabytes(16), Duration.ofSeconds(30));

}
