package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.countersign.reading.PhrasePart.Literal;
import io.countersign.reading.PhrasePart.Perhaps;

/**
 * Reads one phrase as it is written in a language's file: {@code (a|b c)} one of these,
 * {@code [a]} there or not, {@code a*} any word that begins so, {@code <name>} a part
 * defined above or unknown words, {@code ...} any words.
 */
final class PhraseParser {

	private final String source;

	private final Map<String, PhrasePart> defined;

	private final WordLists words;

	private final boolean capitals;

	private int at;

	/**
	 * @param words the words that turn a meaning, so that no unknown part may contain
	 * them, and those that are not part of anybody's name either
	 * @param capitals whether the language gives every noun a capital, so that a name
	 * does not stand out
	 */
	PhraseParser(String source, Map<String, PhrasePart> defined, WordLists words, boolean capitals) {
		this.source = source.toLowerCase(Locale.ROOT);
		this.defined = defined;
		this.words = words;
		this.capitals = capitals;
	}

	PhraseRow parse() {
		var row = row();
		if (this.at < this.source.length()) {
			throw new IllegalArgumentException(
					"Unexpected %s in the phrase %s".formatted(this.source.substring(this.at), this.source));
		}
		return row;
	}

	private PhraseRow row() {
		var parts = new ArrayList<PhrasePart>();
		while (this.at < this.source.length()) {
			var c = this.source.charAt(this.at);
			if (c == ')' || c == ']' || c == '|') {
				break;
			}
			if (c == ' ') {
				this.at++;
			}
			else {
				parts.add(part(c));
			}
		}
		return new PhraseRow(List.copyOf(parts));
	}

	private PhrasePart part(char c) {
		return switch (c) {
			case '(' -> choice(')');
			case '[' -> new Perhaps(choice(']'));
			case '<' -> slot();
			default -> literal();
		};
	}

	private PhrasePart choice(char closing) {
		var choices = new ArrayList<PhrasePart>();
		do {
			this.at++;
			choices.add(plain(row()));
		}
		while (this.at < this.source.length() && this.source.charAt(this.at) == '|');
		if (this.at == this.source.length() || this.source.charAt(this.at) != closing) {
			throw new IllegalArgumentException("A %s is missing in the phrase %s".formatted(closing, this.source));
		}
		this.at++;
		return (choices.size() == 1) ? choices.getFirst() : PhraseChoice.of(List.copyOf(choices));
	}

	/** A row of one part is that part. */
	private static PhrasePart plain(PhrasePart part) {
		return (part instanceof PhraseRow(var parts) && parts.size() == 1) ? plain(parts.getFirst()) : part;
	}

	private PhrasePart slot() {
		var end = this.source.indexOf('>', this.at);
		var name = this.source.substring(this.at + 1, end);
		this.at = end + 1;
		var part = this.defined.get(name);
		if (part != null) {
			return part;
		}
		var turning = this.words.of("turning");
		return switch (name) {
			case "thing" -> new PhraseSlot(name, 1, 7, turning, this.capitals);
			case "who" -> new PhraseSlot(name, 1, 5, this.words.namelessInside(), this.words.inside(), true);
			case "word", "name" -> new PhraseSlot(name, 1, 1, turning, true);
			case "what" -> new PhraseSlot(name, 1, 4, turning, this.capitals);
			case "asked" -> new PhraseSlot(name, 1, 4, turning, this.capitals);
			case "content" -> new PhraseSlot(name, 1, 12, this.words.of("plain"), true);
			case "definite" -> new PhraseSlot(name, 1, 1, turning, false);
			case "day" -> new PhraseSlot(name, 1, 1, this.words.of("day"), true);
			case "number" -> new PhraseSlot(name, 1, 1, Set.of(), true);
			default -> throw new IllegalArgumentException("Nothing is called <%s> in %s".formatted(name, this.source));
		};
	}

	private PhrasePart literal() {
		var end = this.at;
		while (end < this.source.length() && " ()[]|<".indexOf(this.source.charAt(end)) < 0) {
			end++;
		}
		var word = this.source.substring(this.at, end);
		this.at = end;
		if (word.equals("...")) {
			return new PhraseSlot(word, 0, Words.MOST, Set.of(), true);
		}
		var openStart = word.startsWith("*");
		var openEnd = word.length() > 1 && word.endsWith("*");
		return new Literal(word.substring(openStart ? 1 : 0, word.length() - (openEnd ? 1 : 0)), openStart, openEnd);
	}

}
