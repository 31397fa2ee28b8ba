package io.countersign.journal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes off what has been written: a head at every thousand entries, and for fewer when
 * the last one is old.
 */
@Component
class TreeHeads {

	/** Entries under one head at most. */
	static final int FULL = 1_000;

	/** Heads in one look at most, so that a transaction stays short. */
	private static final int BATCH = 50;

	private final TreeHeadRepository heads;

	private final EntryRepository entries;

	private final Sealing sealing;

	private final SealProperties settings;

	private final Clock clock;

	TreeHeads(TreeHeadRepository heads, EntryRepository entries, Sealing sealing, SealProperties settings,
			Clock clock) {
		this.heads = heads;
		this.entries = entries;
		this.sealing = sealing;
		this.settings = settings;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
	@Transactional
	public void grow() {
		if (!this.heads.isMine()) {
			return;
		}
		var head = this.heads.last();
		for (var made = 0; made < BATCH; made++) {
			var next = after(head);
			if (next.size() == head.size()) {
				return;
			}
			this.heads.add(next);
			head = next;
		}
	}

	/** The same head when it is not time for another. */
	private TreeHead after(TreeHead last) {
		var at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		var leaves = this.entries.leaves(last.until(), FULL);
		if (leaves.isEmpty() || (leaves.size() < FULL && at.isBefore(last.at().plus(this.settings.every())))) {
			return last;
		}
		var tree = last.tree();
		for (var leaf : leaves) {
			tree = tree.with(TreeHash.ofEntry(leaf.hash()));
		}
		return new TreeHead(tree, leaves.getLast().cursor(), at, this.sealing.note(tree, at).text());
	}

}
