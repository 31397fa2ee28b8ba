package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of a phrase: from the positions before it to the positions behind it. */
sealed interface PhrasePart {

	long behind(long before, Words words);

	/** Adds the words it can begin with. */
	First collectFirst(Set<String> words);

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
			return (this.openStart || this.openEnd) ? First.ANY : First.KNOWN;
		}

		private boolean matches(String other) {
			if (this.openEnd) {
				return this.openStart ? other.contains(this.word) : other.startsWith(this.word);
			}
			return this.openStart ? other.endsWith(this.word) : other.equals(this.word);
		}

	}

	/**
	 * One of several. Plain words, of which there may be hundreds, are looked up at once.
	 *
	 * @param words those among the parts that are plain words
	 * @param others all other parts
	 */
	record Choice(Set<String> words, List<PhrasePart> others) implements PhrasePart {

		static Choice of(List<PhrasePart> parts) {
			var plain = new HashSet<String>();
			var others = new ArrayList<PhrasePart>();
			for (var part : parts) {
				switch (part) {
					case Literal(var word, var openStart, var openEnd) when !openStart && !openEnd -> plain.add(word);
					case Choice(var inner, var rest) -> {
						plain.addAll(inner);
						others.addAll(rest);
					}
					default -> others.add(part);
				}
			}
			return new Choice(Set.copyOf(plain), List.copyOf(others));
		}

		@Override
		public long behind(long before, Words words) {
			var behind = 0L;
			if (!this.words.isEmpty()) {
				for (var left = before & (words.end() - 1); left != 0; left &= left - 1) {
					var at = Long.numberOfTrailingZeros(left);
					if (this.words.contains(words.at(at))) {
						behind |= 2L << at;
					}
				}
			}
			for (var part : this.others) {
				behind |= part.behind(before, words);
			}
			return behind;
		}

		@Override
		public First collectFirst(Set<String> words) {
			words.addAll(this.words);
			var first = First.KNOWN;
			for (var part : this.others) {
				var other = part.collectFirst(words);
				first = (other.compareTo(first) > 0) ? other : first;
			}
			return first;
		}

	}

	/** There or not. */
	record Perhaps(PhrasePart part) implements PhrasePart {

		@Override
		public long behind(long before, Words words) {
			return before | this.part.behind(before, words);
		}

		@Override
		public First collectFirst(Set<String> words) {
			return (this.part.collectFirst(words) == First.ANY) ? First.ANY : First.PERHAPS;
		}

	}

	/**
	 * Words the phrase does not know, none of them one that turns a meaning.
	 *
	 * @param name as written between the angle brackets
	 * @param least how many words at least
	 * @param most how many words at most
	 * @param names whether names may stand in it that the question did not know
	 */
	record Slot(String name, int least, int most, Set<String> never, boolean names) implements PhrasePart {

		@Override
		public long behind(long before, Words words) {
			var behind = (this.least == 0) ? before : 0L;
			var reached = before;
			for (var count = 1; count <= this.most && reached != 0; count++) {
				reached = afterOne(reached, words, count > 1 && !this.name.equals("..."));
				if (count >= this.least) {
					behind |= reached;
				}
			}
			return behind;
		}

		@Override
		public First collectFirst(Set<String> words) {
			return First.ANY;
		}

		private long afterOne(long before, Words words, boolean goesOn) {
			var behind = 0L;
			for (var left = before & (words.end() - 1); left != 0; left &= left - 1) {
				var at = Long.numberOfTrailingZeros(left);
				if (allows(words, at) && !(goesOn && words.isBehindCut(at))) {
					behind |= 2L << at;
				}
			}
			return behind;
		}

		private boolean allows(Words words, int at) {
			var word = words.at(at);
			return switch (this.name) {
				case "asked" -> words.isAsked(at) && !this.never.contains(word);
				case "number" -> Character.isDigit(word.charAt(0));
				case "what" -> !this.never.contains(word) && isKnown(words, at)
						&& (!Character.isDigit(word.charAt(0)) || words.isAsked(at));
				case "..." -> true;
				default -> !this.never.contains(word) && isKnown(words, at);
			};
		}

		private boolean isKnown(Words words, int at) {
			return this.names || !words.isName(at) || words.isAsked(at);
		}

	}

	/** One behind the other. */
	record Row(List<PhrasePart> parts) implements PhrasePart {

		@Override
		public long behind(long before, Words words) {
			var reached = before;
			for (var part : this.parts) {
				if (reached == 0) {
					return 0;
				}
				reached = part.behind(reached, words);
			}
			return reached;
		}

		@Override
		public First collectFirst(Set<String> words) {
			for (var part : this.parts) {
				var first = part.collectFirst(words);
				if (first != First.PERHAPS) {
					return first;
				}
			}
			return First.PERHAPS;
		}

		/** The shortest stretch the slot can stand for while the row covers all words. */
		Optional<Words> find(String slot, Words words) {
			for (var i = 0; i < this.parts.size(); i++) {
				if (this.parts.get(i) instanceof Slot part && part.name().equals(slot)) {
					return find(i, part, words);
				}
			}
			return Optional.empty();
		}

		private Optional<Words> find(int index, Slot slot, Words words) {
			var starts = new Row(this.parts.subList(0, index)).behind(1L, words);
			var rest = new Row(this.parts.subList(index + 1, this.parts.size()));
			for (var size = slot.least(); size <= slot.most(); size++) {
				for (var start = 0; start + size <= words.size(); start++) {
					var from = 1L << start;
					var to = 1L << (start + size);
					if ((starts & from) != 0 && (slot.behind(from, words) & to) != 0
							&& (rest.behind(to, words) & words.end()) != 0) {
						return Optional.of(words.part(start, start + size));
					}
				}
			}
			return Optional.empty();
		}

	}

}
