package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a yes depends on in an answer that is like such answers, and that no phrase
 * explains: from a word that begins a condition to the end of its sentence, or else all
 * that stands beside the yes and the courtesies.
 */
final class OpenCondition {

	private final AnswerParts answer;

	OpenCondition(AnswerParts answer) {
		this.answer = answer;
	}

	/**
	 * @param acts what stands in the answer, with what is explained
	 */
	String in(List<Act> acts) {
		var open = acts.stream().filter((act) -> !Weighing.isBesideAYes(act) || act.isGuessed()).toList();
		var begun = open.stream()
			.map((act) -> act.clue().span())
			.flatMap((span) -> begun(span).stream())
			.distinct()
			.collect(Collectors.joining(" "));
		if (!begun.isEmpty()) {
			return begun;
		}
		return open.isEmpty() ? this.answer.words().toString()
				: open.stream().map((act) -> act.clue().quote()).collect(Collectors.joining(" "));
	}

	private Optional<String> begun(Span span) {
		var words = this.answer.words(span);
		for (var at = 0; at < words.size(); at++) {
			if (begins(words.part(at, words.size()))) {
				return Optional.of(this.answer.clauses().quote(withoutYes(sentence(words.startOf(at), span))));
			}
		}
		return Optional.empty();
	}

	private boolean begins(Words words) {
		return this.answer.books().first().start("condition", words).isPresent();
	}

	/** A comma ends no condition. */
	private Words sentence(int from, Span part) {
		var end = this.answer.sentences()
			.stream()
			.filter((sentence) -> sentence.start() <= from && from < sentence.end())
			.mapToInt(Span::end)
			.findFirst()
			.orElse(part.end());
		return this.answer.words(new Span(from, Math.max(end, part.end())));
	}

	/** "If the lawyer agrees, then it is approved." */
	private Words withoutYes(Words words) {
		var yes = this.answer.books().first().startAtEnd("then yes", words);
		return (yes > 0) ? words.part(0, yes) : words;
	}

}
