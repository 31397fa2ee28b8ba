package io.countersign.connector;

import java.util.function.BiConsumer;

import io.countersign.work.Claim;
import io.countersign.work.Work;

import org.springframework.stereotype.Component;

/** Fetches single items again, and gives up on each alone. */
@Component
class Fetching implements Work {

	private final FetchRepository items;

	private final WatchRepository watches;

	private final WatchReaders readers;

	Fetching(FetchRepository items, WatchRepository watches, WatchReaders readers) {
		this.items = items;
		this.watches = watches;
		this.readers = readers;
	}

	@Override
	public void work(Claim claim) {
		settle(claim, (watch, item) -> this.readers.of(watch).fetch(watch, item));
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		settle(claim, (watch, item) -> this.readers.of(watch).leave(watch, item, reason));
	}

	/** A watch that was taken away takes its items with it. */
	private void settle(Claim claim, BiConsumer<Watch, String> settling) {
		this.items.find(claim)
			.ifPresent((item) -> this.watches.find(item.watch())
				.ifPresent((watch) -> settling.accept(watch, item.itemId())));
		this.items.remove(claim);
	}

}
