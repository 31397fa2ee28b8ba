package io.countersign.journal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the journal is sealed.
 *
 * @param directory where the signing key is kept and tree heads are written to
 * @param webhook takes each head as text by POST, as a second outside place
 * @param every the longest time an entry waits for a head, five minutes at most
 */
@Validated
@ConfigurationProperties("countersign.journal.seal")
record SealProperties(@NotNull(message = SAID) Path directory, @Nullable URI webhook,
		@DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration every) {

	private static final String SAID = "is where the key that signs the journal is kept, out of the reach of "
			+ "the database's administrators, for instance /var/lib/countersign/seal";

}
