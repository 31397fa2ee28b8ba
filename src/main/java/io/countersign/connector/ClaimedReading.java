package io.countersign.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.connector.spi.Bookmark;
import io.countersign.intake.ReadingProgress;
import io.countersign.work.Claim;

import org.springframework.transaction.support.TransactionOperations;

/** The place in a watch, written only while its claim is ours. */
final class ClaimedReading implements Bookmark {

	private static final int OFTEN = 3;

	private final WatchRepository repository;

	private final ReadingProgress progress;

	private final TransactionOperations transaction;

	private final WatchProperties properties;

	private final Claim claim;

	private final WatchRepository.Begun begun;

	private long kept = System.nanoTime();

	ClaimedReading(WatchRepository repository, ReadingProgress progress, TransactionOperations transaction,
			WatchProperties properties, Claim claim, WatchRepository.Begun begun) {
		this.repository = repository;
		this.progress = progress;
		this.transaction = transaction;
		this.properties = properties;
		this.claim = claim;
		this.begun = begun;
	}

	@Override
	public Optional<String> place() {
		return this.begun.bookmark();
	}

	@Override
	public boolean isComparing() {
		return this.begun.comparing();
	}

	@Override
	public boolean hasFailedOften() {
		return this.claim.failures() >= OFTEN;
	}

	@Override
	public void stay() {
		if (System.nanoTime() - this.kept > this.properties.lease().toNanos() / 3) {
			this.kept = System.nanoTime();
			if (!this.repository.stay(this.claim, this.properties.lease())) {
				throw new LostClaim(this.claim.id());
			}
		}
	}

	@Override
	public Instant turn(@Nullable String place) {
		this.kept = System.nanoTime();
		return this.repository.turn(this.claim, place, this.properties.lease())
			.orElseThrow(() -> new LostClaim(this.claim.id()));
	}

	@Override
	public void finish(@Nullable String place, Instant lookedAt) {
		this.transaction.executeWithoutResult((_) -> {
			if (!this.repository.finish(this.claim, this.begun, place, lookedAt, compareAgain())) {
				throw new LostClaim(this.claim.id());
			}
			var watch = this.begun.watch();
			this.progress.reached(watch.mailbox(), watch.folder(), lookedAt);
		});
	}

	private @Nullable Duration compareAgain() {
		return this.begun.comparing() ? this.properties.compareEvery() : null;
	}

}
