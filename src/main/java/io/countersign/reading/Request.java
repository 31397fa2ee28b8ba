package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.reading.Glossary.Gloss;

/** The words an answer was asked in, and the forms they may come back in. */
final class Request {

	/** What is asked stands at the beginning, or a long history hides it. */
	private static final int LONGEST = 2000;

	/** "Forsikringssagen" is asked about in "sagen". */
	private static final int SHORTEST_TAIL = 4;

	private final Set<String> words = new HashSet<>();

	private final Set<String> bases = new HashSet<>();

	/** The words of its questions. */
	private final Set<String> asking = new HashSet<>();

	private final List<Words> sentences = new ArrayList<>();

	private final StringBuilder said = new StringBuilder(" ");

	private Request() {
	}

	static Request of(String text) {
		var request = new Request();
		var asked = text.substring(0, Math.min(LONGEST, text.length()));
		for (var sentence : new Sentences().of(asked)) {
			var words = Words.of(asked, sentence.start(), sentence.end(), Set.of());
			request.sentences.add(words);
			var isQuestion = !words.isEmpty() && words.at(words.size() - 1).equals("?");
			for (var at = 0; at < words.size(); at++) {
				request.add(words.at(at), isQuestion);
			}
		}
		return request;
	}

	private void add(String word, boolean isAsking) {
		this.words.add(word);
		if (isAsking) {
			this.asking.add(word);
		}
		this.said.append(word).append(' ');
		if (word.length() >= BaseForm.SHORTEST) {
			this.bases.add(BaseForm.of(word));
		}
	}

	/** Exactly so. */
	boolean has(String word) {
		return this.words.contains(word);
	}

	/** In a question. */
	boolean asks(String word) {
		return this.asking.contains(word);
	}

	/** Whether several things are asked for together, so that one of them is a part. */
	boolean isOfSeveral(Books books) {
		return this.words.stream().anyMatch((word) -> books.any((book) -> book.isJoining(word)));
	}

	/** "The chairs" where chairs and tables were asked for. */
	boolean isPartly(Words answer, Books books) {
		var said = IntStream.range(0, answer.size()).mapToObj(answer::at).map(BaseForm::of).collect(Collectors.toSet());
		return this.sentences.stream()
			.flatMap((sentence) -> IntStream.range(1, sentence.size() - 1)
				.filter((at) -> books.likely().anyMatch((book) -> book.isJoining(sentence.at(at))))
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
		return this.sentences.stream()
			.flatMap((sentence) -> glossary.of(sentence).stream())
			.flatMap((one) -> one.gloss().stream());
	}

	/** In any form, or as the end of a longer word. */
	boolean hasForm(String word) {
		var base = BaseForm.of(word);
		return word.length() >= BaseForm.SHORTEST && (this.bases.contains(base) || (base.length() >= SHORTEST_TAIL
				&& this.bases.stream().anyMatch((one) -> one.length() > base.length() + 2 && one.endsWith(base))));
	}

	/** The word these stand behind, where they stand in it one after the other. */
	Optional<String> before(String words) {
		var at = this.said.indexOf(" " + words + " ");
		return (at < 0) ? Optional.empty()
				: Optional.of(this.said.substring(this.said.lastIndexOf(" ", at - 1) + 1, at));
	}

	/** Whoever says again what he was asked to leave undone may mean either. */
	boolean isToRefrain(Books books) {
		return this.words.stream()
			.anyMatch((word) -> books.any((book) -> book.isDenying(word) || book.isRefraining(word)));
	}

}
