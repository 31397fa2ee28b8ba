package io.countersign.documents;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.countersign.documents.s3.Bucket;
import io.countersign.documents.s3.BucketUnavailable;
import io.countersign.documents.s3.ObjectMissing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the store of large files can be used, asked at most every few seconds. */
final class ContentHealth implements HealthIndicator {

	private static final Duration HOLDS = Duration.ofSeconds(10);

	private final Bucket bucket;

	private final Reaching reaching;

	private final Clock clock;

	private Health last = Health.unknown().build();

	private Instant until = Instant.MIN;

	ContentHealth(Bucket bucket, Reaching reaching, Clock clock) {
		this.bucket = bucket;
		this.reaching = reaching;
		this.clock = clock;
	}

	@Override
	public synchronized Health health() {
		if (!this.clock.instant().isBefore(this.until)) {
			this.last = ask();
			this.until = this.clock.instant().plus(HOLDS);
		}
		return this.last;
	}

	private Health ask() {
		try {
			this.reaching.ask(() -> {
				this.bucket.ping();
				return true;
			});
			return Health.up().build();
		}
		catch (ContentsAway ex) {
			var said = (ex.getCause() instanceof BucketUnavailable cause) ? cause.getMessage() : ex.getMessage();
			return Health.down().withDetail("reason", String.valueOf(said)).build();
		}
		catch (ObjectMissing | IOException ex) {
			return Health.down().withDetail("reason", String.valueOf(ex.getMessage())).build();
		}
	}

}
