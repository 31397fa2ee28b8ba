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
 * @param words those that are a plain word
 * @param byFirstWord those of which the first word is known
 * @param others all other parts
 */
record PhraseChoice(List<PhrasePart> parts, Set<String> words, Map<String, List<PhrasePart>> byFirstWord,
		List<PhrasePart> others) implements PhrasePart {

	static PhraseChoice of(List<PhrasePart> choices) {
		var parts = choices.stream().flatMap(PhraseChoice::flat).toList();
		var words = new HashSet<String>();
		var byFirstWord = new HashMap<String, List<PhrasePart>>();
		var others = new ArrayList<PhrasePart>();
		for (var part : parts) {
			var first = new HashSet<String>();
			if (part instanceof Literal literal && literal.isPlain()) {
				words.add(literal.word());
			}
			else if (part.collectFirst(first) == First.KNOWN) {
				first.forEach((word) -> byFirstWord.computeIfAbsent(word, (key) -> new ArrayList<>(1)).add(part));
			}
			else {
				others.add(part);
			}
		}
		return new PhraseChoice(parts, words, byFirstWord, others);
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
		var behind = this.words.contains(word) ? 2L << at : 0L;
		var rows = this.byFirstWord.get(word);
		if (rows != null) {
			for (var i = 0; i < rows.size(); i++) {
				behind |= rows.get(i).behind(1L << at, words);
			}
		}
		return behind;
	}

	@Override
	public First collectFirst(Set<String> words) {
		words.addAll(this.words);
		words.addAll(this.byFirstWord.keySet());
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

}
