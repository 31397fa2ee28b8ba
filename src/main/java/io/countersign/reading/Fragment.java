package io.countersign.reading;

/**
 * A stretch of a feature's name. Its hash is put together of those of its parts (Karp and
 * Rabin 1987), so that a feature is looked up without its name being written out.
 */
sealed interface Fragment {

	/** What a hash is multiplied by for each letter behind it. */
	long BASE = 0x9E3779B97F4A7C15L;

	long hash();

	/** The base to the power of its length. */
	long power();

	static Fragment of(String text) {
		var hash = 0L;
		var power = 1L;
		for (var i = 0; i < text.length(); i++) {
			hash = hash * BASE + text.charAt(i);
			power *= BASE;
		}
		return new Plain(text, hash, power);
	}

	static Fragment of(int number) {
		return of(Integer.toString(number));
	}

	/** This with the other behind it. */
	default Fragment then(Fragment next) {
		return new Joined(this, next, hash() * next.power() + next.hash(), power() * next.power());
	}

	/** Known as a whole. */
	record Plain(String text, long hash, long power) implements Fragment {

		@Override
		public String toString() {
			return this.text;
		}

	}

	/** Two of them in a row. */
	record Joined(Fragment front, Fragment back, long hash, long power) implements Fragment {

		@Override
		public String toString() {
			return this.front.toString() + this.back;
		}

	}

}
