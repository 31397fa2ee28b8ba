package io.countersign.reading;

import java.util.Optional;
import java.util.Set;

/** A part of a phrase: from the positions before it to the positions behind it. */
sealed interface PhrasePart permits PhrasePart.Literal, PhrasePart.Perhaps, PhraseChoice, PhraseRow, PhraseSlot {

	long behind(long before, Words words);

	/** Adds the words it can begin with. */
	First collectFirst(Set<String> words);

	/** Words of which one stands in whatever it covers; absent where there are none. */
	Optional<Anchors> anchors();

	/** How many words it covers at most. */
	int longest();

	/** What is known of the first word of a part. */
	enum First {

		/** One of those collected. */
		KNOWN,
		/** One of those collected, or there is none. */
		PERHAPS,
		/** Any word. */
		ANY

	}

	/** A word, or with a star at either side the rest of one. */
	record Literal(String word, boolean openStart, boolean openEnd) implements PhrasePart {

		public Literal {
			word = word.intern();
		}

		@Override
		public int longest() {
			return 1;
		}

		boolean isPlain() {
			return !this.openStart && !this.openEnd;
		}

		@Override
		public long behind(long before, Words words) {
			var behind = 0L;
			for (var left = before & (words.end() - 1); left != 0; left &= left - 1) {
				var at = Long.numberOfTrailingZeros(left);
				if (matches(words.at(at))) {
					behind |= 2L << at;
				}
			}
			return behind;
		}

		@Override
		public First collectFirst(Set<String> words) {
			words.add(this.word);
			return isPlain() ? First.KNOWN : First.ANY;
		}

		@Override
		public Optional<Anchors> anchors() {
			if (this.openStart) {
				return Optional.empty();
			}
			return Optional
				.of(this.openEnd ? new Anchors(Set.of(), Set.of(this.word)) : new Anchors(Set.of(this.word), Set.of()));
		}

		private boolean matches(String other) {
			if (this.openEnd) {
				return this.openStart ? other.contains(this.word) : other.startsWith(this.word);
			}
			return this.openStart ? other.endsWith(this.word) : other.equals(this.word);
		}

	}

	/** There or not. */
	record Perhaps(PhrasePart part) implements PhrasePart {

		@Override
		public int longest() {
			return this.part.longest();
		}

		@Override
		public long behind(long before, Words words) {
			return before | this.part.behind(before, words);
		}

		@Override
		public First collectFirst(Set<String> words) {
			return (this.part.collectFirst(words) == First.ANY) ? First.ANY : First.PERHAPS;
		}

		@Override
		public Optional<Anchors> anchors() {
			return Optional.empty();
		}

	}

}
