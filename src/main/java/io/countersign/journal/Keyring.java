package io.countersign.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The keys that have sealed a journal one after the other, each up to where the next one
 * says. Whoever trusts the last one trusts them all, and none of them further than that.
 *
 * @param current the one that is trusted
 * @param former those before it, the latest first
 */
record Keyring(VerifierKey current, List<HandOver> former) {

	Keyring {
		former = List.copyOf(former);
	}

	/** Notes that no key of the ring has signed say nothing. */
	static Keyring of(VerifierKey current, Collection<HandOver> notes) {
		var chain = new ArrayList<HandOver>();
		var signer = current;
		var limit = Long.MAX_VALUE;
		var left = new ArrayList<>(notes);
		while (true) {
			var by = signer;
			var upTo = limit;
			var next = left.stream().filter((note) -> note.isSignedBy(by) && note.size() <= upTo).findFirst();
			if (next.isEmpty()) {
				return new Keyring(current, chain);
			}
			chain.add(next.get());
			left.remove(next.get());
			signer = next.get().former();
			limit = next.get().size();
		}
	}

	/** Whether the key that sealed at that time has signed it. */
	boolean hasSigned(SignedNote head) {
		var last = this.former.stream().filter((one) -> one.size() == head.size()).findFirst();
		return last.filter((one) -> !one.root().equals(head.root())).isEmpty() && head.isSignedBy(at(head.size()));
	}

	/**
	 * What an export says of one stream is signed when it is made, under a head of before
	 * perhaps.
	 */
	boolean hasSigned(StreamNote note) {
		return note.isSignedBy(this.current) || note.isSignedBy(at(note.size()));
	}

	/** The key under which a tree of this size was sealed. */
	private VerifierKey at(long size) {
		var key = this.current;
		for (var note : this.former) {
			if (size > note.size()) {
				break;
			}
			key = note.former();
		}
		return key;
	}

}
