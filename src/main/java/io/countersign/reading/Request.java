package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.reading.Glossary.Gloss;

import org.jspecify.annotations.Nullable;

/** The words an answer was asked in, and the forms they may come back in. */
final class Request {

	/** What is asked stands at the beginning, or a long history hides it. */
	private static final int LONGEST = 2000;

	/** "Forsikringssagen" is asked about in "sagen". */
	private static final int SHORTEST_TAIL = 4;

	private final String text;

	/** Of most requests only this is looked at. */
	private final Set<String> words;

	private @Nullable List<Words> sentences;

	private @Nullable Sayings sayings;

	private @Nullable Boolean toRefrain;

	private Request(String text) {
		this.text = text;
		this.words = new WordSplitter(text, 0, text.length()).words(LONGEST)
			.stream()
			.map(Word::plain)
			.collect(Collectors.toUnmodifiableSet());
	}

	static Request of(String text) {
		return new Request(text.substring(0, Math.min(LONGEST, text.length())));
	}

	/** Sentence by sentence. */
	private List<Words> sentences() {
		var known = (this.sentences != null) ? this.sentences : Sentences.words(this.text, Set.of());
		this.sentences = known;
		return known;
	}

	private Sayings sayings() {
		var known = (this.sayings != null) ? this.sayings : Sayings.of(sentences());
		this.sayings = known;
		return known;
	}

	/** Exactly so. */
	boolean has(String word) {
		return this.words.contains(word);
	}

	/** In a question. */
	boolean asks(String word) {
		return sayings().asking().contains(word);
	}

	/** Whether several things are asked for together, so that one of them is a part. */
	boolean isOfSeveral(Books books) {
		return this.words.stream().anyMatch((word) -> books.any((book) -> book.kinds().isJoining(word)));
	}

	/** "The chairs" where chairs and tables were asked for. */
	boolean isPartly(Words answer, Books books) {
		if (!isOfSeveral(books)) {
			return false;
		}
		var said = IntStream.range(0, answer.size()).mapToObj(answer::at).map(BaseForm::of).collect(Collectors.toSet());
		return sentences().stream()
			.flatMap((sentence) -> IntStream.range(1, sentence.size() - 1)
				.filter((at) -> books.anyLikely((book) -> book.kinds().isJoining(sentence.at(at))))
				.mapToObj((at) -> joined(sentence, at)))
			.filter((things) -> things.stream().allMatch((thing) -> thing.length() >= BaseForm.SHORTEST))
			.anyMatch((things) -> things.stream().anyMatch(said::contains) && !said.containsAll(things));
	}

	/** What stands around an "and", and before it between commas. */
	private static List<String> joined(Words sentence, int at) {
		var things = new ArrayList<>(List.of(BaseForm.of(sentence.at(at + 1)), BaseForm.of(sentence.at(at - 1))));
		for (var before = at - 1; before > 0 && sentence.isBehindCut(before); before--) {
			things.add(BaseForm.of(sentence.at(before - 1)));
		}
		return things;
	}

	/** What its words mean. */
	Stream<Gloss> glossed(Glossary glossary) {
		return sentences().stream()
			.flatMap((sentence) -> glossary.of(sentence).stream())
			.flatMap((one) -> one.gloss().stream());
	}

	/** In any form, or as the end of a longer word. */
	boolean hasForm(String word) {
		var base = BaseForm.of(word);
		return word.length() >= BaseForm.SHORTEST
				&& (sayings().bases().contains(base) || (base.length() >= SHORTEST_TAIL && sayings().bases()
					.stream()
					.anyMatch((one) -> one.length() > base.length() + 2 && one.endsWith(base))));
	}

	/** The word these stand behind, where they stand in it one after the other. */
	Optional<String> before(String words) {
		var said = sayings().said();
		var at = said.indexOf(" " + words + " ");
		return (at < 0) ? Optional.empty() : Optional.of(said.substring(said.lastIndexOf(" ", at - 1) + 1, at));
	}

	/**
	 * Whoever says again what he was asked to leave undone may mean either.
	 * @param books always those of the answer
	 */
	boolean isToRefrain(Books books) {
		var known = this.toRefrain;
		if (known == null) {
			known = this.words.stream()
				.anyMatch(
						(word) -> books.any((book) -> book.kinds().isDenying(word) || book.kinds().isRefraining(word)));
			this.toRefrain = known;
		}
		return known;
	}

	/**
	 * What is said in it.
	 *
	 * @param asking the words of its questions
	 * @param bases the longer words in a form that others of theirs share
	 * @param said its words in a row, with a space around each
	 */
	private record Sayings(Set<String> asking, Set<String> bases, String said) {

		static Sayings of(List<Words> sentences) {
			var said = sentences.stream().flatMap(Sayings::words).toList();
			return new Sayings(
					sentences.stream()
						.filter((words) -> !words.isEmpty() && words.at(words.size() - 1).equals("?"))
						.flatMap(Sayings::words)
						.collect(Collectors.toUnmodifiableSet()),
					said.stream()
						.filter((word) -> word.length() >= BaseForm.SHORTEST)
						.map(BaseForm::of)
						.collect(Collectors.toUnmodifiableSet()),
					said.stream().collect(Collectors.joining(" ", " ", " ")));
		}

		private static Stream<String> words(Words words) {
			return IntStream.range(0, words.size()).mapToObj(words::at);
		}

	}

}
