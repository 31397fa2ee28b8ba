package io.countersign.writeback;

import java.time.Duration;
import java.time.LocalTime;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The list that whoever wants it gets on the morning of a working day. The clock and the
 * calendar are those of {@code countersign.overview}.
 *
 * @param at when it goes out
 * @param everyDay whether it also goes out on days on which nobody works
 * @param quietFrom from when in the evening nobody gets one any more; the same time as
 * {@code quietUntil} means never
 * @param quietUntil until when in the morning nobody gets one yet
 * @param most how many requests it lists
 * @param stands how long it can be answered by mail
 */
@Validated
@ConfigurationProperties("countersign.digest")
record DigestProperties(@NotNull @DefaultValue("07:30") LocalTime at, @DefaultValue("false") boolean everyDay,
		@NotNull @DefaultValue("18:00") LocalTime quietFrom, @NotNull @DefaultValue("07:00") LocalTime quietUntil,
		@DefaultValue("12") @Min(1) @Max(15) int most, @DefaultValue("3d") @DurationMin(hours = 1) Duration stands) {

	boolean isQuiet(LocalTime time) {
		if (this.quietFrom.equals(this.quietUntil)) {
			return false;
		}
		return this.quietFrom.isBefore(this.quietUntil)
				? !time.isBefore(this.quietFrom) && time.isBefore(this.quietUntil)
				: !time.isBefore(this.quietFrom) || time.isBefore(this.quietUntil);
	}

	@AssertTrue(message = "at must lie outside the quiet hours")
	boolean isAtLoud() {
		return this.at == null || this.quietFrom == null || this.quietUntil == null || !isQuiet(this.at);
	}

}
