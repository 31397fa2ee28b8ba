package io.countersign.journal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
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
 * @param webhook takes each head as text by POST, as a second outside place; it may hold
 * a token, so nothing but its host is ever written into a log
 * @param every the longest time an entry waits for a head, five minutes at most
 */
@Validated
@ConfigurationProperties("countersign.journal.seal")
record SealProperties(@NotNull(message = SAID) Path directory, @Nullable URI webhook,
		@DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(minutes = 5) Duration every) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final String SAID = "is where the key that signs the journal is kept, out of the reach of "
			+ "the database's administrators, for instance /var/lib/countersign/seal";

	@AssertTrue(message = "webhook must be an address that begins with https://, without a name or password in it, "
			+ "for a head that can be changed on its way proves nothing; http:// serves this machine alone")
	boolean isWebhookSafe() {
		var uri = this.webhook;
		return uri == null || (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme())
				|| ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))));
	}

}
