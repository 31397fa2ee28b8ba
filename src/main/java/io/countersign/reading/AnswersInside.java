package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.reading.Body.Line;

/**
 * Answers somebody wrote into the older mail, in a colour of their own or behind their
 * name, where the words on top say so: "see my answers in red".
 */
final class AnswersInside {

	/** "[Anna:] yes", "[AH] yes", "AH: yes". */
	private static final Pattern SIGNED = Pattern
		.compile("(?:\\[(\\p{Lu}[\\p{L} .]{0,30}):?\\]|(\\p{Lu}[\\p{L}]{1,20})):?[ \\t]++(.*)");

	private final MailMarks marks;

	private final List<Line> lines;

	private final Optional<Correspondent> author;

	AnswersInside(MailMarks marks, List<Line> lines, Optional<Correspondent> author) {
		this.marks = marks;
		this.lines = lines;
		this.author = author;
	}

	/** They are quoted no more. */
	void takeOut(boolean[] quoted) {
		if (!areAnnounced(quoted)) {
			return;
		}
		for (var i = 0; i < quoted.length; i++) {
			quoted[i] &= this.lines.get(i).origin() != Line.Origin.COLOURED && !isSigned(this.lines.get(i).words());
		}
	}

	private boolean areAnnounced(boolean[] quoted) {
		for (var i = 0; i < quoted.length && !quoted[i]; i++) {
			if (!this.lines.get(i).isBlank() && this.marks.announcesAnswers(this.lines.get(i).words())) {
				return true;
			}
		}
		return false;
	}

	private boolean isSigned(String words) {
		var match = SIGNED.matcher(words);
		return words.length() < 400 && match.matches()
				&& isAuthor((match.group(1) != null) ? match.group(1) : match.group(2));
	}

	private boolean isAuthor(String called) {
		var wanted = called.toLowerCase(Locale.ROOT);
		var name = this.author.map((person) -> person.name().toLowerCase(Locale.ROOT).strip()).orElse("");
		var parts = name.split("[\\s,]+");
		var initials = new StringBuilder();
		for (var part : parts) {
			initials.append(part.isEmpty() ? "" : part.substring(0, 1));
		}
		return !name.isEmpty() && (wanted.equals(name) || wanted.equals(parts[0]) || wanted.contentEquals(initials));
	}

	/** The words behind the name. */
	static String withoutName(String words) {
		var match = SIGNED.matcher(words);
		return (words.startsWith("[") && match.matches()) ? match.group(3) : words;
	}

}
