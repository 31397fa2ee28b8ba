package io.countersign.journal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose journal this is: part of every event id, so changing it makes all events new.
 *
 * @param tenant the organisation's short name
 * @param bridge this installation among the organisation's, where there are several
 */
@Validated
@ConfigurationProperties("countersign")
record Origin(@NotNull(message = SAID) @Pattern(regexp = NAME, message = SAID) String tenant,
		@Pattern(regexp = NAME, message = SAID) @DefaultValue("bridge-1") String bridge) {

	private static final String NAME = "[a-z0-9-]{1,40}";

	private static final String SAID = "has 1 to 40 small letters, digits and hyphens, for instance min";

	/** The source of CloudEvents. */
	String source() {
		return "/t/%s/%s".formatted(this.tenant, this.bridge);
	}

}
