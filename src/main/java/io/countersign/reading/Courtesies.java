package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name in front of what somebody says and the one behind it. They are blanked out, so
 * that the rest keeps its place.
 */
final class Courtesies {

	private static final Pattern ADDRESSED = Pattern.compile("(\\p{Lu}[\\p{L}-]{1,20})[,!]?[ \\t]*\\n(?s).*");

	private static final Pattern INITIALS = Pattern.compile("\\p{Lu}\\p{Ll}?\\p{Lu}{1,3}|\\p{Lu}\\p{Ll}{2,20}");

	private static final Pattern TWO_LETTERS = Pattern.compile("\\p{Lu}{2}");

	/**
	 * A name behind a comma that ends something; what goes on behind another one would be
	 * quoted without it.
	 */
	private static final Pattern CALLED_BEHIND = Pattern
		.compile(",\\h?(\\p{Lu}[\\p{L}-]{2,20}+)(?=[.!;]|\\h?[–—-]\\h|\\h*+(?:\\R|$))");

	private static final int MOST_BEFORE_A_CALL = 3;

	/** Shorter words that mean something are names as well: "Bo", "Mark". */
	private static final int SHORTEST_HEADING = 6;

	private final List<Phrasebook> books;

	private final Set<String> names;

	/** The first names of those the answer is sent to, as they are called in it. */
	private final Set<String> called;

	private final Map<String, String> blanked = new HashMap<>();

	Courtesies(List<Phrasebook> books, Optional<Correspondent> author, List<Correspondent> addressed) {
		this.books = books;
		this.called = addressed.stream()
			.map((person) -> person.name().strip().toLowerCase(Locale.ROOT).split("[\\s,]+")[0])
			.filter((name) -> name.length() > 2)
			.collect(Collectors.toSet());
		this.names = author.map((person) -> names(person.name())).orElse(Set.of());
	}

	/** "Nej" is no name, whatever Niels Erik Jensen is called for short. */
	private Set<String> names(String name) {
		var parts = List.of(name.toLowerCase(Locale.ROOT).strip().split("[\\s,]+"));
		var initials = parts.stream()
			.filter((part) -> !part.isEmpty())
			.map((part) -> part.substring(0, 1))
			.collect(Collectors.joining());
		return Stream.concat(parts.stream(), Stream.of(initials).filter(this::isNobodysWord))
			.filter((part) -> part.length() > 1)
			.collect(Collectors.toSet());
	}

	String blanked(String text) {
		return this.blanked.computeIfAbsent(text, this::blank);
	}

	private String blank(String text) {
		var addressed = ADDRESSED.matcher(text);
		var name = addressed.matches() ? addressed.group(1) : "";
		var from = (isNobodysWord(name) && saysMore(text.substring(name.length()))) ? name.length() : 0;
		return withoutCalls(" ".repeat(from) + withoutName(text).substring(from));
	}

	/**
	 * "Reminder" in front of an answer is nobody who is called: it says what stands
	 * below.
	 */
	boolean areAHeading(String text) {
		var addressed = ADDRESSED.matcher(text);
		var name = addressed.matches() ? addressed.group(1) : "";
		return name.length() >= SHORTEST_HEADING && !text.startsWith(",", name.length()) && isNobodysWord(name)
				&& !this.called.contains(name.toLowerCase(Locale.ROOT))
				&& !this.names.contains(name.toLowerCase(Locale.ROOT))
				&& new Books(this.books).glossary().knows(Words.of(name).at(0));
	}

	/** "South!" is an answer, where nothing comes behind it. */
	private static boolean saysMore(String rest) {
		return rest.codePoints().anyMatch(Character::isLetterOrDigit);
	}

	/** "Dan, that is fine", "Thank you, Dan.", "Approved Dan". */
	private String withoutCalls(String written) {
		if (this.called.isEmpty()) {
			return written;
		}
		var text = CALLED_BEHIND.matcher(written).replaceAll((call) -> blankIfCalled(call.group(), call.group(1)));
		var words = Words.of(text);
		if (words.size() < 2) {
			return text;
		}
		if (this.called.contains(words.at(0)) && text.startsWith(",", words.endOf(0))) {
			return " ".repeat(words.endOf(0) + 1) + text.substring(words.endOf(0) + 1);
		}
		var last = words.size() - 1;
		return (last <= MOST_BEFORE_A_CALL && this.called.contains(words.at(last)) && isYes(words.part(0, last)))
				? text.substring(0, words.startOf(last)) : text;
	}

	private String blankIfCalled(String call, String name) {
		return this.called.contains(name.toLowerCase(Locale.ROOT)) ? " ".repeat(call.length()) : call;
	}

	private boolean isYes(Words words) {
		return this.books.stream()
			.anyMatch((book) -> book.composes("core yes", words) || book.composes("core yes weak", words));
	}

	private String withoutName(String text) {
		var words = Words.of(text);
		var last = words.size();
		while (last > 1 && isSigned(text, words, last - 1)) {
			last--;
		}
		return (last == words.size()) ? text : text.substring(0, words.endOf(last - 1));
	}

	private boolean isSigned(String text, Words words, int at) {
		if (words.size() == Words.MOST) {
			return false;
		}
		var before = text.charAt(words.startOf(at) - 1);
		if (this.names.contains(words.at(at))
				&& (before == '/' || Character.isUpperCase(text.charAt(words.startOf(at))))) {
			return true;
		}
		var word = text.substring(words.startOf(at), words.endOf(at));
		if (before == '/' && TWO_LETTERS.matcher(word).matches()) {
			return this.books.stream().noneMatch((book) -> book.kinds().isDenying(words.at(at)));
		}
		return before == '/' && INITIALS.matcher(word).matches() && isNobodysWord(word);
	}

	/** Whether no language uses the word to say anything. */
	private boolean isNobodysWord(String word) {
		var words = Words.of(word);
		return !words.isEmpty() && this.books.stream().noneMatch((book) -> book.says(words));
	}

}
