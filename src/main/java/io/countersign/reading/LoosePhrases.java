package io.countersign.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Phrases that may begin with any word, found by words that must stand in them. */
final class LoosePhrases {

	private final List<Phrase> phrases = new ArrayList<>();

	private final AnchorIndex<BitSet> anchors = new AnchorIndex<>(LoosePhrases::both);

	private final BitSet always = new BitSet();

	void add(Phrase phrase) {
		var index = this.phrases.size();
		this.phrases.add(phrase);
		phrase.anchors()
			.ifPresentOrElse((anchors) -> this.anchors.add(anchors, only(index)), () -> this.always.set(index));
	}

	/** Those that may be among the words, in the order of the file. */
	List<Phrase> in(Words words) {
		if (this.phrases.isEmpty()) {
			return List.of();
		}
		var found = both(new BitSet(this.phrases.size()), this.always);
		for (var i = 0; i < words.size(); i++) {
			this.anchors.join(words.at(i), found);
		}
		return found.isEmpty() ? List.of() : found.stream().mapToObj(this.phrases::get).toList();
	}

	private static BitSet only(int index) {
		var only = new BitSet(index + 1);
		only.set(index);
		return only;
	}

	private static BitSet both(BitSet some, BitSet other) {
		some.or(other);
		return some;
	}

}
