package io.countersign.reading;

import java.util.List;

/**
 * A set of hashes, each of which keeps its place until more are added than expected. Zero
 * marks an empty place: that a hash is zero is as unlikely as that two are the same.
 */
final class KeyTable {

	/** As many as half of its places are taken at most. */
	private static final int SPARE = 2;

	private long[] places;

	private int shift;

	private int size;

	KeyTable(int expected) {
		var bits = Integer.SIZE - Integer.numberOfLeadingZeros(SPARE * expected);
		this.places = new long[1 << bits];
		this.shift = Long.SIZE - bits;
	}

	/**
	 * @throws IllegalArgumentException when two of these features have one key, so that
	 * they could not be told apart
	 */
	static KeyTable of(List<String> features) {
		var table = new KeyTable(features.size());
		for (var feature : features) {
			if (!table.add(Fragment.of(feature).hash())) {
				throw new IllegalArgumentException("Another feature has the same key as this one: " + feature);
			}
		}
		return table;
	}

	/** How many places there are. */
	int length() {
		return this.places.length;
	}

	/** The place of a key, or -1. */
	int find(long key) {
		var place = search(key);
		return (this.places[place] == key) ? place : -1;
	}

	/** Whether the key was not there before. */
	boolean add(long key) {
		var place = search(key);
		if (this.places[place] == key) {
			return false;
		}
		this.places[place] = key;
		if (SPARE * ++this.size > this.places.length) {
			grow();
		}
		return true;
	}

	/** Where it stands, or is to be put. */
	private int search(long key) {
		var place = (int) (key * Fragment.BASE >>> this.shift);
		while (this.places[place] != 0 && this.places[place] != key) {
			place = (place + 1) & (this.places.length - 1);
		}
		return place;
	}

	private void grow() {
		var before = this.places;
		this.places = new long[before.length * 2];
		this.shift--;
		for (var key : before) {
			if (key != 0) {
				this.places[search(key)] = key;
			}
		}
	}

}
