package io.countersign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One sentence in two languages, each cut where something is filled in.
 */
record Translation(List<String> from, List<String> to) {

	/**
	 * @param inner translates what is filled in, where it is a sentence itself
	 */
	Optional<String> of(String sentence, Function<String, Optional<String>> inner) {
		return filled(sentence).map((values) -> {
			var said = new StringBuilder(this.to.getFirst());
			for (int slot = 0; slot < this.to.size() - 1; slot++) {
				var value = values.get(slot);
				said.append(inner.apply(value).orElse(value)).append(this.to.get(slot + 1));
			}
			return said.toString();
		});
	}

	private Optional<List<String>> filled(String sentence) {
		if (!sentence.startsWith(this.from.getFirst())) {
			return Optional.empty();
		}
		var values = new ArrayList<String>();
		var at = this.from.getFirst().length();
		for (int part = 1; part < this.from.size(); part++) {
			var last = part == this.from.size() - 1;
			var next = this.from.get(part);
			var found = (last && (next.isEmpty() || sentence.endsWith(next))) ? sentence.length() - next.length()
					: sentence.indexOf(next, at);
			if (found < at) {
				return Optional.empty();
			}
			values.add(sentence.substring(at, found));
			at = found + next.length();
		}
		return (at == sentence.length()) ? Optional.of(values) : Optional.empty();
	}

}
