package io.countersign.connector;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

import org.springframework.stereotype.Component;

/** Fetches single items again, and gives up on each alone. */
@Component
class Fetching implements Work {

	private final FetchRepository items;

	private final WatchRepository watches;

	private final WatchReaders readers;

	private final DueTable table;

	private final Duration lease;

	Fetching(FetchRepository items, WatchRepository watches, WatchReaders readers, WatchProperties properties,
			DueRows due) {
		this.table = due.table("unfetched");
		this.lease = properties.lease();
		this.items = items;
		this.watches = watches;
		this.readers = readers;
	}

	@Override
	public void work(Claim claim) {
		settle(claim, (watch, item) -> this.readers.of(watch).fetch(watch, item, keeping(claim)));
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		settle(claim, (watch, item) -> this.readers.of(watch).leave(watch, item, reason));
	}

	private Runnable keeping(Claim claim) {
		var kept = new AtomicLong(System.nanoTime());
		return () -> {
			if (System.nanoTime() - kept.get() > this.lease.toNanos() / 3) {
				kept.set(System.nanoTime());
				if (!this.table.keep(claim, this.lease)) {
					throw new LostClaim(claim.id());
				}
			}
		};
	}

	/** A watch that was taken away takes its items with it. */
	private void settle(Claim claim, BiConsumer<Watch, String> settling) {
		this.items.find(claim)
			.ifPresent((item) -> this.watches.find(item.watch())
				.ifPresent((watch) -> settling.accept(watch, item.itemId())));
		this.items.remove(claim);
	}

}
