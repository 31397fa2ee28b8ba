package io.countersign.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.reading.Glossary.Glossed;

import org.jspecify.annotations.Nullable;

/**
 * Words in a row, as phrases are matched against them: small letters, no punctuation. A
 * position in it is the gap before a word; a set of positions is a bit mask, so that a
 * phrase is matched in one pass however many ways there are to match it.
 */
final class Words {

	/** A mask has one bit for each gap. */
	static final int MOST = 63;

	/** No mask has so many bits. */
	private static final long UNKNOWN = -1;

	private final Word[] words;

	private final int from;

	private final int to;

	private final Set<String> asked;

	/** The vocabulary these words were last looked up in. */
	private @Nullable Vocabulary last;

	private long lastSections;

	/** Of all of them, as of anchors; none before it is asked for. */
	private long marks;

	/** In the glossary they were last looked up in. */
	private @Nullable List<Glossed> glossed;

	private @Nullable Glossary glossary;

	/** A bit for each word that was asked, once any of them is looked at. */
	private long askedMask = UNKNOWN;

	private Words(Word[] words, int from, int to, Set<String> asked) {
		this.words = words;
		this.from = from;
		this.to = to;
		this.asked = asked;
	}

	/** Splits a stretch of text; what is behind the sixty-third word is left out. */
	static Words of(String text, int from, int to, Set<String> asked) {
		var words = new WordSplitter(text, from, to).words(MOST);
		return new Words(words.toArray(Word[]::new), 0, words.size(), asked);
	}

	static Words of(String text) {
		return of(text, 0, text.length(), Set.of());
	}

	int size() {
		return this.to - this.from;
	}

	boolean isEmpty() {
		return this.from == this.to;
	}

	String at(int index) {
		return lexeme(index).plain();
	}

	Lexeme lexeme(int index) {
		return this.words[this.from + index].lexeme();
	}

	/** Something of each word, in their order. */
	List<Fragment> each(IntFunction<Fragment> of) {
		return IntStream.range(0, size()).mapToObj(of).toList();
	}

	int startOf(int index) {
		return this.words[this.from + index].start();
	}

	int endOf(int index) {
		return this.words[this.from + index].end();
	}

	/** Whether it is written like somebody's name. */
	boolean isName(int index) {
		return this.words[this.from + index].isName();
	}

	/** Whether it begins with a capital, as the first word of a sentence does too. */
	boolean isCapital(int index) {
		return this.words[this.from + index].isCapital();
	}

	/** Whether a comma or the like stands before this word. */
	boolean isBehindCut(int index) {
		return this.words[this.from + index].isBehindCut();
	}

	/** Whether this word stands in what was asked, perhaps as a part of another. */
	boolean isAsked(int index) {
		return (askedMask() >>> index & 1) != 0;
	}

	private long askedMask() {
		if (this.askedMask == UNKNOWN) {
			var mask = 0L;
			for (var at = 0; at < size() && !this.asked.isEmpty(); at++) {
				mask |= lexeme(at).isAmong(this.asked) ? 1L << at : 0;
			}
			this.askedMask = mask;
		}
		return this.askedMask;
	}

	/** A few words, all of them from what was asked. */
	boolean isAllAsked() {
		return !isEmpty() && size() <= 3 && IntStream.range(0, size()).allMatch(this::isAsked);
	}

	/** What they mean, which several models look at. */
	List<Glossed> in(Glossary glossary) {
		var known = this.glossed;
		if (known == null || this.glossary != glossary) {
			known = glossary.of(this);
			this.glossed = known;
			this.glossary = glossary;
		}
		return known;
	}

	/** The same words, some of them otherwise; this where none is. */
	Words with(UnaryOperator<String> change) {
		Word @Nullable [] changed = null;
		for (var i = this.from; i < this.to; i++) {
			var plain = this.words[i].plain();
			var other = change.apply(plain);
			if (!other.equals(plain)) {
				changed = (changed != null) ? changed : this.words.clone();
				changed[i] = this.words[i].as(other);
			}
		}
		return (changed != null) ? new Words(changed, this.from, this.to, this.asked) : this;
	}

	Words part(int from, int to) {
		if (from < 0 || from > to || to > size()) {
			throw new IndexOutOfBoundsException("There are no words %d to %d of %d".formatted(from, to, size()));
		}
		return new Words(this.words, this.from + from, this.from + to, this.asked);
	}

	/** The sections of a vocabulary that any of these words may belong to. */
	long sections(Vocabulary vocabulary) {
		if (this.last != vocabulary) {
			this.lastSections = 0;
			for (var i = this.from; i < this.to; i++) {
				this.lastSections |= this.words[i].lexeme().in(vocabulary).sections();
			}
			this.last = vocabulary;
		}
		return this.lastSections;
	}

	/** Whether the words may hold one of each of these anchors, by their marks. */
	boolean mayHold(long[] anchors) {
		var marks = marks();
		for (var anchor : anchors) {
			if ((marks & anchor) == 0) {
				return false;
			}
		}
		return true;
	}

	private long marks() {
		if (this.marks == 0) {
			for (var i = this.from; i < this.to; i++) {
				this.marks |= this.words[i].lexeme().mark();
			}
		}
		return this.marks;
	}

	/** The gap behind the last word. */
	long end() {
		return 1L << size();
	}

	/** The stems of the longer words of a text. */
	static Set<String> stemsOf(String text) {
		var beginning = text.substring(0, Math.min(4000, text.length()));
		return Arrays.stream(of(beginning).words)
			.filter((word) -> word.plain().length() > 2 || Character.isDigit(word.plain().charAt(0))
					|| word.plain().equals("or") || isOption(beginning, word))
			.flatMap((word) -> word.lexeme().beginnings())
			.collect(Collectors.toSet());
	}

	/** The same stretch of the same text. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Words that && this.words == that.words && this.from == that.from && this.to == that.to;
	}

	@Override
	public int hashCode() {
		return 31 * (31 * System.identityHashCode(this.words) + this.from) + this.to;
	}

	/** "Model A or model B". */
	private static boolean isOption(String text, Word word) {
		var letter = text.charAt(word.start());
		return word.plain().length() == 1 && letter >= 'A' && letter <= 'F' && word.start() > 0;
	}

	@Override
	public String toString() {
		return Arrays.stream(this.words, this.from, this.to).map(Word::plain).collect(Collectors.joining(" "));
	}

}
