package io.countersign.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.countersign.reading.Body.Line;
import io.countersign.reading.HeadFields.Field;

/** Finds the lines of a mail that repeat an older one. */
final class History {

	private static final int HEAD = 12;

	private static final int LONGEST_ATTRIBUTION = 4;

	/** Some write no more of whom they quote. */
	private static final Pattern IN_BRACKETS = Pattern
		.compile("\\[\\p{Lu}[\\p{L}.'-]{0,30}(?: \\p{Lu}[\\p{L}.'-]{0,30}){1,3}\\]");

	private final MailMarks marks;

	private final List<Line> lines;

	private final boolean[] quoted;

	History(MailMarks marks, List<Line> lines) {
		this.marks = marks;
		this.lines = lines;
		this.quoted = new boolean[lines.size()];
	}

	/** For each line whether it is older than the mail. */
	boolean[] mark() {
		for (var i = 0; i < this.lines.size(); i++) {
			var line = this.lines.get(i);
			if (isQuote(line) && !MailMarks.isBetweenArrows(line.words())) {
				this.quoted[i] = true;
			}
			else if (!line.isBlank() && line.origin() != Line.Origin.SIGNATURE && startsHistory(i)) {
				return this.quoted;
			}
		}
		return this.quoted;
	}

	/**
	 * Whether all that follows is older; marks it, and what belongs to its head above.
	 */
	private boolean startsHistory(int index) {
		var words = this.lines.get(index).words();
		if (this.marks.isHistoryLine(words) || isHead(index)) {
			markFrom(headStart(index));
			return true;
		}
		return attribution(index);
	}

	private boolean attribution(int index) {
		if (IN_BRACKETS.matcher(this.lines.get(index).words()).matches() && isQuote(index + 1)) {
			mark(index, index + 1);
			return false;
		}
		var length = attributionLength(index);
		if (length == 0) {
			return false;
		}
		if (quoteFollows(index + length)) {
			mark(index, index + length);
			return false;
		}
		markFrom(index);
		return true;
	}

	private int attributionLength(int index) {
		var joined = new StringBuilder();
		for (var count = 1; count <= LONGEST_ATTRIBUTION && index + count <= this.lines.size(); count++) {
			var line = this.lines.get(index + count - 1);
			if (line.isBlank() || isQuote(line) || line.words().length() > 300) {
				return 0;
			}
			if (count > 1 && endsSentence(joined)) {
				return 0;
			}
			joined.append((count > 1) ? " " : "").append(line.words());
			var text = joined.toString();
			if ((text.endsWith(":") || isInNews(text))
					&& (isAttribution(text, count) || namesAWriter(text, index + count))) {
				return count;
			}
		}
		return 0;
	}

	/** News programs name the article they answer, and cut that off. */
	private static boolean isInNews(String text) {
		return text.endsWith("...") && text.contains(" news:");
	}

	/** A date in it is abbreviated with a full stop. */
	private static boolean endsSentence(CharSequence words) {
		return ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 && words.chars().noneMatch(Character::isDigit);
	}

	/** A wrapped one begins with its date, its opening word or its writer. */
	private boolean isAttribution(String text, int count) {
		return this.marks.isAttribution(text) && (count == 1 || text.length() < 200);
	}

	private boolean namesAWriter(String text, int next) {
		return text.length() < 160 && quoteFollows(next) && this.marks.namesAWriter(text);
	}

	private boolean isQuote(int index) {
		return index < this.lines.size() && isQuote(this.lines.get(index));
	}

	private boolean quoteFollows(int index) {
		for (var i = index; i < Math.min(index + 3, this.lines.size()); i++) {
			if (!this.lines.get(i).isBlank()) {
				return isQuote(this.lines.get(i));
			}
		}
		return false;
	}

	/** Three different fields close together, in whatever order. */
	private boolean isHead(int index) {
		if (this.marks.head().of(this.lines.get(index).words()).isEmpty()) {
			return isHeadOfLabels(index);
		}
		var found = EnumSet.noneOf(Field.class);
		for (var i = index; i < Math.min(index + HEAD, this.lines.size()); i++) {
			if (!isQuote(this.lines.get(i)) || this.lines.get(i).origin() == Line.Origin.QUOTED) {
				this.marks.head().of(this.lines.get(i).words()).ifPresent(found::add);
			}
		}
		return found.size() >= 3 || (found.contains(Field.FROM) && found.contains(Field.SUBJECT));
	}

	/** As later versions of Notes set them: each name on a line of its own. */
	private boolean isHeadOfLabels(int index) {
		if (this.marks.head().label(this.lines.get(index).words()).filter(Field.TO::equals).isEmpty()) {
			return false;
		}
		return this.lines.subList(index, Math.min(index + HEAD, this.lines.size()))
			.stream()
			.flatMap((line) -> this.marks.head().label(line.words()).stream())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)))
			.containsAll(EnumSet.of(Field.CC, Field.SUBJECT));
	}

	/**
	 * A rule, and in Notes the writer and the date, stand above the fields, or the writer
	 * alone where the date stands beside them.
	 */
	private int headStart(int index) {
		var start = index;
		var dated = this.marks.head().areInColumns(this.lines.get(index).words());
		for (var i = index - 1; i >= Math.max(0, index - 6); i--) {
			var line = this.lines.get(i);
			if (!line.isBlank()) {
				if (isRule(line.words()) || MailMarks.isDateLine(line.words())) {
					dated |= !isRule(line.words());
				}
				else if (dated && isNameLike(line.words())) {
					return i;
				}
				else {
					break;
				}
				start = i;
			}
		}
		return start;
	}

	private static boolean isNameLike(String words) {
		return words.length() < 50 && !words.endsWith(".") && !words.endsWith("!") && !words.endsWith("?")
				&& words.split(" ").length <= 5;
	}

	private static boolean isRule(String words) {
		return words.chars().allMatch((c) -> c == '_' || c == '-' || c == '=' || c == '*' || c == ' ' || c == '~');
	}

	static boolean isQuote(Line line) {
		return line.origin() == Line.Origin.QUOTED || line.origin() == Line.Origin.COLOURED || isQuote(line.words());
	}

	private static boolean isQuote(String words) {
		var at = 0;
		while (at < words.length() && at < 4 && Character.isLetter(words.charAt(at))) {
			at++;
		}
		return at < words.length() && words.charAt(at) == '>' && (at == 0 || Character.isUpperCase(words.charAt(0)))
				|| words.startsWith("| ") || words.startsWith("&gt;");
	}

	private void markFrom(int index) {
		mark(index, this.lines.size());
	}

	private void mark(int from, int to) {
		for (var i = from; i < to; i++) {
			this.quoted[i] = true;
		}
	}

}
