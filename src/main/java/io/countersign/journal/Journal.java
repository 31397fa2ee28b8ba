package io.countersign.journal;

import java.util.Collection;
import java.util.List;

import io.countersign.work.WakeUps;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Everything that happened: one entry a fact, in the transaction of that fact. */
@Service
public class Journal {

	/** The most entries one reading gives. */
	public static final int PAGE = 500;

	static final String TOPIC = "journal";

	private final EntryWriter writer;

	private final EntryRepository entries;

	private final Verifier verifier;

	private final WakeUps wakeUps;

	Journal(EntryWriter writer, EntryRepository entries, Verifier verifier, WakeUps wakeUps) {
		this.writer = writer;
		this.entries = entries;
		this.verifier = verifier;
		this.wakeUps = wakeUps;
	}

	/**
	 * The entry is written when the transaction commits; when it cannot be, nothing is.
	 */
	@EventListener
	void append(Journaled fact) {
		Unwritten.ofThisTransaction(this.writer::append).add(fact);
		this.wakeUps.afterCommit(TOPIC);
	}

	/**
	 * Entries of all streams behind the cursor, in an order that never changes. An entry
	 * shows only when no transaction that could write before it is still open, so a
	 * reader that goes on from its last cursor misses none.
	 */
	public List<Entry> after(Cursor cursor, int limit) {
		return this.entries.after(cursor, Math.min(limit, PAGE));
	}

	/** Entries of one stream behind a sequence number, oldest first. */
	public List<Entry> ofStream(String stream, long afterSequence, int limit) {
		return this.entries.ofStream(stream, afterSequence, Math.min(limit, PAGE));
	}

	/** Entries of these streams, newest first. */
	public List<Entry> ofStreams(Collection<String> streams, int limit) {
		return streams.isEmpty() ? List.of() : this.entries.ofStreams(streams, Math.min(limit, PAGE));
	}

	/**
	 * Forgets what people wrote in these streams, in the transaction of the caller. What
	 * happened, when, and who did it stay, and the chain holds (DP-3).
	 */
	public void forget(Collection<String> streams) {
		this.entries.forget(streams).forEach((stream, upTo) -> append(new WordsForgotten(stream, upTo)));
	}

	/** Recomputes every hash and compares every chain and every head. */
	public Verification verify() {
		return this.verifier.verify();
	}

}
