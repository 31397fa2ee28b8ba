package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words the phrase does not know, none of them one that turns a meaning.
 *
 * @param name as written between the angle brackets
 * @param never words that do not stand in it, or for a day and what is agreed to those
 * that do
 * @param least how many words at least
 * @param most how many words at most
 * @param inside words that stand between two others only: "Streets and Parks"
 * @param names whether names may stand in it that the question did not know
 */
record PhraseSlot(String name, int least, int most, Set<String> never, Set<String> inside,
		boolean names) implements PhrasePart {

	private static final List<String> DEFINITE = List.of("en", "et", "erne", "ene", "erna", "arna", "orna", "na");

	PhraseSlot(String name, int least, int most, Set<String> never, boolean names) {
		this(name, least, most, never, Set.of(), names);
	}

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
	public int longest() {
		return this.most;
	}

	@Override
	public First collectFirst(Set<String> words) {
		return First.ANY;
	}

	@Override
	public Optional<Anchors> anchors() {
		return Optional.empty();
	}

	private long afterOne(long before, Words words, boolean goesOn) {
		var behind = 0L;
		for (var left = before & (words.end() - 1); left != 0; left &= left - 1) {
			var at = Long.numberOfTrailingZeros(left);
			if (allows(words, at) && (goesOn ? !words.isBehindCut(at) : !this.inside.contains(words.at(at)))) {
				behind |= 2L << at;
			}
		}
		return behind;
	}

	private boolean allows(Words words, int at) {
		var word = words.at(at);
		return switch (this.name) {
			case "asked" -> words.isAsked(at) && !this.never.contains(word);
			case "day" -> words.isAsked(at) && this.never.contains(word);
			case "definite" -> !this.never.contains(word) && isKnown(words, at) && isDefinite(word);
			case "content" ->
				this.never.contains(word) || (words.isAsked(at) && !TurningWords.ofAllLanguages().contains(word));
			case "name" -> words.isCapital(at) && !words.isAsked(at) && !this.never.contains(word)
					&& !TurningWords.attributive().contains(word);
			case "number" -> Character.isDigit(word.charAt(0));
			case "what" -> !this.never.contains(word) && isKnown(words, at)
					&& (!Character.isDigit(word.charAt(0)) || words.isAsked(at));
			case "..." -> true;
			default -> !this.never.contains(word) && isKnown(words, at);
		};
	}

	/** Scandinavians hang the article on behind. */
	private static boolean isDefinite(String word) {
		return word.length() > 4 && DEFINITE.stream().anyMatch(word::endsWith);
	}

	private boolean isKnown(Words words, int at) {
		return this.names || !words.isName(at) || words.isAsked(at);
	}

}
