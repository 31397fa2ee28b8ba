package io.countersign.documents;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Wants the files scanned that were stored before there was a scanner: a few at a time
 * and only while nothing else waits for it, so that new mail comes first.
 */
final class ScanBacklog {

	private static final int BATCH = 100;

	private final ScanRepository scans;

	private final long largest;

	private @Nullable DocumentId last;

	private boolean begun;

	private boolean done;

	ScanBacklog(ScanRepository scans, long largest) {
		this.scans = scans;
		this.largest = largest;
	}

	@Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
	void next() {
		if (!this.begun) {
			this.scans.retryUpTo(this.largest);
			this.begun = true;
		}
		if (!this.done && !this.scans.hasDue()) {
			var reached = this.scans.addOlder(Optional.ofNullable(this.last), BATCH);
			this.last = reached.orElse(this.last);
			this.done = reached.isEmpty();
		}
	}

}
