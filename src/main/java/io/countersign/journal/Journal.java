package io.countersign.journal;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened: one entry a fact, in the transaction of that fact. */
@Service
public class Journal {

	/** The most entries one reading gives. */
	public static final int PAGE = 500;

	private final EntryRepository entries;

	private final Verifier verifier;

	Journal(EntryRepository entries, Verifier verifier) {
		this.entries = entries;
		this.verifier = verifier;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void append(Journaled event) {
		this.entries.append(event);
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

	/** Recomputes every hash and compares every chain, head and checkpoint. */
	public Verification verify() {
		return this.verifier.verify();
	}

}
