package io.countersign.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.countersign.documents.s3.Bucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes objects out of the bucket that no file refers to: those of forgotten files, and
 * those whose file never came.
 */
final class UnusedObjects {

	private static final Logger log = LoggerFactory.getLogger(UnusedObjects.class);

	private static final int BATCH = 20;

	private static final int MOST_BATCHES = 50;

	private final ObjectRepository objects;

	private final Bucket bucket;

	private final Reaching reaching;

	private final Duration kept;

	private final TransactionTemplate transaction;

	UnusedObjects(ObjectRepository objects, Bucket bucket, Reaching reaching, Duration kept,
			TransactionTemplate transaction) {
		this.objects = objects;
		this.bucket = bucket;
		this.reaching = reaching;
		this.kept = kept;
		this.transaction = transaction;
	}

	@Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void remove() throws IOException {
		for (var batch = 0; batch < MOST_BATCHES; batch++) {
			try {
				if (this.reaching.reach(this::removeSome) < BATCH) {
					return;
				}
			}
			catch (ContentsAway ex) {
				log.atDebug().setCause(ex).log("Unused objects are removed later");
				return;
			}
		}
	}

	/** Those of a batch that breaks off stay on record and are removed again. */
	private int removeSome() {
		return Objects.requireNonNull(this.transaction.execute((_) -> {
			var unused = this.objects.takeUnused(this.kept, BATCH);
			unused.forEach(this.bucket::remove);
			return unused.size();
		}));
	}

}
