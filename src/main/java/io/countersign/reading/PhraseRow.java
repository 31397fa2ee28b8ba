package io.countersign.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One part behind the other. */
record PhraseRow(List<PhrasePart> parts) implements PhrasePart {

	@Override
	public long behind(long before, Words words) {
		var reached = before;
		for (var i = 0; i < this.parts.size() && reached != 0; i++) {
			reached = this.parts.get(i).behind(reached, words);
		}
		return reached;
	}

	@Override
	public int longest() {
		return this.parts.stream().mapToInt(PhrasePart::longest).sum();
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

	@Override
	public Optional<Anchors> anchors() {
		return this.parts.stream()
			.flatMap((part) -> part.anchors().stream())
			.min(Comparator.comparingInt(Anchors::size));
	}

	/** The shortest stretch the slot can stand for while the row covers all words. */
	Optional<Words> find(String slot, Words words) {
		for (var i = 0; i < this.parts.size(); i++) {
			if (this.parts.get(i) instanceof PhraseSlot part && part.name().equals(slot)) {
				return find(i, part, words);
			}
		}
		return Optional.empty();
	}

	private Optional<Words> find(int index, PhraseSlot slot, Words words) {
		var starts = new PhraseRow(this.parts.subList(0, index)).behind(1L, words);
		var rest = new PhraseRow(this.parts.subList(index + 1, this.parts.size()));
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
