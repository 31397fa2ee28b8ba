package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of several, of which there may be hundreds: found by the word each begins with.
 *
 * @param beginnings by their first word those of which it is known
 * @param filter by which most words are ruled out that none of them begins with
 * @param others all other parts
 */
record PhraseChoice(List<PhrasePart> parts, Map<String, Beginning> beginnings, WordFilter filter,
		List<PhrasePart> others) implements PhrasePart {

	static PhraseChoice of(List<PhrasePart> choices) {
		var parts = choices.stream().flatMap(PhraseChoice::flat).toList();
		var beginnings = new HashMap<String, Beginning>();
		var others = new ArrayList<PhrasePart>();
		for (var part : parts) {
			var first = new HashSet<String>();
			if (part instanceof Literal literal && literal.isPlain()) {
				beginnings.merge(literal.word(), Beginning.WORD, Beginning::and);
			}
			else if (part.collectFirst(first) == First.KNOWN) {
				first.forEach((word) -> beginnings.merge(word, new Beginning(false, List.of(part)), Beginning::and));
			}
			else {
				others.add(part);
			}
		}
		return new PhraseChoice(parts, beginnings, new WordFilter(beginnings.keySet()), others);
	}

	private static Stream<PhrasePart> flat(PhrasePart part) {
		return (part instanceof PhraseChoice choice) ? choice.parts().stream() : Stream.of(part);
	}

	@Override
	public long behind(long before, Words words) {
		var behind = 0L;
		for (var left = before & (words.end() - 1); left != 0; left &= left - 1) {
			behind |= behindOne(Long.numberOfTrailingZeros(left), words);
		}
		for (var i = 0; i < this.others.size(); i++) {
			behind |= this.others.get(i).behind(before, words);
		}
		return behind;
	}

	private long behindOne(int at, Words words) {
		var word = words.at(at);
		var beginning = this.filter.mayHave(word) ? this.beginnings.get(word) : null;
		if (beginning == null) {
			return 0L;
		}
		var behind = beginning.isWord() ? 2L << at : 0L;
		for (var i = 0; i < beginning.rows().size(); i++) {
			behind |= beginning.rows().get(i).behind(1L << at, words);
		}
		return behind;
	}

	@Override
	public int longest() {
		return this.parts.stream().mapToInt(PhrasePart::longest).max().orElse(0);
	}

	@Override
	public First collectFirst(Set<String> words) {
		words.addAll(this.beginnings.keySet());
		var first = First.KNOWN;
		for (var part : this.others) {
			var other = part.collectFirst(words);
			first = (other.compareTo(first) > 0) ? other : first;
		}
		return first;
	}

	@Override
	public Optional<Anchors> anchors() {
		return Anchors.ofAny(this.parts);
	}

	/**
	 * What begins with one word.
	 *
	 * @param isWord whether the word alone is one of the parts
	 * @param rows the parts that begin with it
	 */
	record Beginning(boolean isWord, List<PhrasePart> rows) {

		private static final Beginning WORD = new Beginning(true, List.of());

		private Beginning and(Beginning other) {
			return new Beginning(this.isWord || other.isWord,
					Stream.concat(this.rows.stream(), other.rows.stream()).toList());
		}

	}

}
