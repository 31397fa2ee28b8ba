package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;

/**
 * Reads the answer to a numbered list of things that have nothing to do with each other.
 * What is said of a number is read by itself, as if that alone had been asked; whatever
 * may be said of another number leaves both open.
 */
final class ListReader {

	/** What stands before the first number may greet and thank, and say nothing. */
	private static final Set<Kind> SAYING = Set.of(Kind.YES, Kind.WEAK_YES, Kind.NO, Kind.DELEGATE, Kind.DEFER,
			Kind.RETURN, Kind.QUESTION, Kind.CONDITION, Kind.UNKNOWN);

	/**
	 * In a list a word or two are enough to say so; on their own they would say nothing.
	 */
	private static final Set<String> DISCUSS = Set.of("drøft", "drøftes", "drøfte", "drøftelse", "til drøftelse",
			"skal drøftes", "vil jeg drøfte", "vil jeg gerne drøfte", "den vil jeg drøfte", "det vil jeg drøfte",
			"lad os drøfte", "lad os drøfte det", "lad os drøfte den", "discuss", "to discuss", "discussion",
			"for discussion", "to be discussed", "let's discuss", "lets discuss", "let's discuss it", "let us discuss",
			"i want to discuss", "i'd like to discuss");

	private final List<Phrasebook> books;

	private final Optional<Correspondent> author;

	private final List<Correspondent> addressed;

	ListReader(List<Phrasebook> books, Optional<Correspondent> author, List<Correspondent> addressed) {
		this.books = books;
		this.author = author;
		this.addressed = addressed;
	}

	/**
	 * @param asked what each number of the list asks
	 */
	ListReading read(OwnWords own, InlineAnswers inline, Map<Integer, String> asked) {
		var nothing = Asked.NOTHING;
		if (inline.isAnsweredByPoints() || !own.answers().isEmpty()
				|| new Doubts(this.books, nothing).pointsElsewhere(own.text())) {
			return ListReading.doubtful("Its answers stand between the lines of the list.");
		}
		var text = new Courtesies(this.books, this.author, this.addressed).blanked(own.text());
		if (Words.of(text).size() >= Words.MOST) {
			return ListReading.doubtful("It says too much to be an answer to a list.");
		}
		var parts = new NumberedAnswers(this.books, text).list();
		if (parts.isEmpty()) {
			return ListReading.doubtful("It names no number, or one of them twice.");
		}
		var front = text.substring(0, parts.getFirst().start());
		var acts = new ActReader(this.books, new ClauseText(front, Set.of()), Set.of()).read(new Sentences().of(front));
		if (acts.stream().anyMatch((act) -> SAYING.contains(act.kind()))) {
			return ListReading.doubtful("Something is said before the first number.");
		}
		return read(text, parts, asked);
	}

	private ListReading read(String text, List<NumberedAnswers.Part> parts, Map<Integer, String> asked) {
		var points = new ArrayList<ListReading.Point>();
		for (var part : parts) {
			var number = number(part.number());
			if (number.isEmpty()) {
				return ListReading.doubtful("It names points by letters, and the list has numbers.");
			}
			var question = asked.getOrDefault(number.get(), "");
			var verdict = namesANumber(part.answer())
					? Weighing.unsure(List.of(), "It names another number in the same breath.")
					: verdict(part, question);
			var at = text.indexOf(part.answer().strip(), part.start());
			points.add(new ListReading.Point(number.get(), part.whole(), moved(verdict, Math.max(at, 0))));
		}
		return new ListReading(points, Optional.empty());
	}

	private VerdictReading verdict(NumberedAnswers.Part part, String question) {
		var words = part.answer().strip();
		if (DISCUSS.contains(Words.of(words).toString())) {
			var clue = new Clue(new Span(0, words.length()), words, "list");
			return new VerdictReading(VerdictReading.Label.DEFERRED, 0.9, false, Optional.empty(), Optional.empty(),
					List.of(), List.of(clue), List.of("It is to be discussed."));
		}
		return new VerdictReader(this.books, Asked.of(question), this.author, this.addressed).readByPhrases(words);
	}

	/** The same, its clues where they stand in the whole text. */
	private static VerdictReading moved(VerdictReading reading, int by) {
		var clues = reading.clues()
			.stream()
			.map((clue) -> new Clue(new Span(clue.span().start() + by, clue.span().end() + by), clue.quote(),
					clue.rule()))
			.toList();
		return new VerdictReading(reading.label(), reading.confidence(), reading.needsConfirmation(),
				reading.condition(), reading.delegateTo(), reading.items(), clues, reading.reasons());
	}

	/** "1 yes, like 2": which of the two it is about, nobody can tell. */
	private static boolean namesANumber(String answer) {
		var words = Words.of(answer);
		for (var at = 0; at < words.size(); at++) {
			if (number(words.at(at)).isPresent()) {
				return true;
			}
		}
		return false;
	}

	private static Optional<Integer> number(String word) {
		return (word.length() <= 2 && !word.isEmpty() && word.chars().allMatch((c) -> c >= '0' && c <= '9'))
				? Optional.of(Integer.valueOf(word)) : Optional.empty();
	}

}
