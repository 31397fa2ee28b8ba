package io.countersign.reading;

import java.util.List;
import java.util.regex.Pattern;

import io.countersign.reading.Body.Line;

/** Finds where somebody stops saying things and only signs. */
final class Farewell {

	private static final int LONGEST_SIGNATURE = 25;

	private static final Pattern INITIALS = Pattern.compile("[-–—/~*]{0,2} ?\\p{Lu}\\.?\\p{Lu}{0,3}\\.?");

	private static final Pattern SIGNED = Pattern
		.compile("([-–—~]{1,2} ?|/{1,2} ?)\\p{Lu}[\\p{L}.]*( \\p{Lu}[\\p{L}.]*){0,2}");

	private static final Pattern NAME = Pattern
		.compile("\\p{Lu}[\\p{L}'-]+( \\p{Lu}\\.?)?( \\p{Lu}[\\p{L}'-]+){0,2},?");

	/** Who signs for an authority in its name, or for somebody else. */
	private static final Pattern FOR_ANOTHER = Pattern
		.compile("(?i)(?:i\\. ?[av]\\.|ppa\\.|p\\. ?p\\.|gez\\.|e\\. ?f\\.|p\\. ?v\\.) ");

	private static final Pattern ON_BEHALF_OF = Pattern
		.compile("(?iu)^(?:på vegne a[fv]|p\\.?v\\.?a\\.?|på uppdrag av|on behalf of|im auftrag von) ");

	/** "On the minister's behalf". */
	private static final Pattern ON_HIS_BEHALF = Pattern.compile(
			"(?iu)(?:(?:på|å) \\p{L}+s (?:vegne|vägnar)|on the \\p{L}+['’]s behalf|im auftrag de[sr] \\p{L}+)\\W?");

	private static final Pattern POSTSCRIPT = Pattern.compile("(?i)p\\.? ?s\\b.*");

	private static final Pattern CONTACT = Pattern
		.compile("(?i).*(@|www\\.|https?:|\\+\\d\\d|\\d{2}[ -]\\d{2}|\\d{4}|\\||•|·).*");

	/** Nobody says farewell behind more lines than a person writes. */
	private static final int MOST_LINES = 2_000;

	private final MailMarks marks;

	private final List<Line> lines;

	private final List<Signer> signers;

	/**
	 * @param signers whoever may sign it: its author, and who has sent it for him
	 */
	Farewell(MailMarks marks, List<Line> lines, List<Correspondent> signers) {
		this.marks = marks;
		this.lines = lines;
		this.signers = signers.stream().map((one) -> new Signer(one, marks)).filter(Signer::isKnown).toList();
	}

	/** Marks as gone what is farewell between two lines. */
	void strip(boolean[] gone, int from, int to) {
		var start = from;
		while (start < to && isBannerOrBlank(start)) {
			gone[start++] = true;
		}
		var first = start;
		while (first < to
				&& (this.lines.get(first).isBlank() || this.marks.isGreeting(this.lines.get(first).words()))) {
			first++;
		}
		for (var i = start; i < Math.min(to, start + MOST_LINES); i++) {
			if (!gone[i] && isEnd(i, first, to)) {
				for (var rest = i; rest < to && !isPostscript(rest); rest++) {
					gone[rest] = true;
				}
				return;
			}
		}
	}

	private boolean isPostscript(int index) {
		return POSTSCRIPT.matcher(this.lines.get(index).words()).matches();
	}

	private boolean isBannerOrBlank(int index) {
		var line = this.lines.get(index);
		return line.isBlank() || this.marks.isBanner(line.words());
	}

	private boolean isEnd(int index, int start, int to) {
		var line = this.lines.get(index);
		if (line.isBlank()) {
			return false;
		}
		var words = line.words();
		if (line.origin() == Line.Origin.SIGNATURE || this.marks.isFooter(words) || this.marks.isDisclaimer(words)) {
			return true;
		}
		if (isDelimiter(words) || this.marks.isClosing(words) || this.marks.isMarking(words)) {
			return onlySigns(index + 1, to);
		}
		if (index <= start) {
			return false;
		}
		return isSignedAt(index, to) && onlySigns(index + 1, to);
	}

	private static boolean isDelimiter(String words) {
		return words.equals("--") || words.equals("—") || words.equals("- -") || (words.length() > 2
				&& words.chars().allMatch((c) -> c == '_' || c == '-' || c == '*' || c == '=' || c == '~'));
	}

	private boolean isSignedAt(int index, int to) {
		var words = this.lines.get(index).words();
		if (this.marks.isWeakClosing(words) || isSigner(words)) {
			return true;
		}
		return words.length() < 40 && (SIGNED.matcher(words).matches() || isInitials(words) || isLoneName(index, to));
	}

	/** Without a known author: letters that are no word. */
	private boolean isInitials(String words) {
		return this.signers.isEmpty() && INITIALS.matcher(words).matches() && !this.marks.says(words);
	}

	/** Without a known author: a name that ends the mail, or has a title below it. */
	private boolean isLoneName(int index, int to) {
		var words = this.lines.get(index).words();
		if (!NAME.matcher(words).matches() || this.marks.turnsMeaning(words)) {
			return false;
		}
		var alone = index + 1 == to || this.lines.get(index + 1).isBlank() || words.contains(" ");
		return alone && this.signers.isEmpty();
	}

	/** Whoever sends it for its author may say so above his own name. */
	private boolean isSigner(String words) {
		var isSentFor = this.signers.size() > 1;
		var name = isSentFor ? ON_BEHALF_OF.matcher(words).replaceFirst("") : words;
		return (isSentFor && ON_HIS_BEHALF.matcher(words).matches())
				|| this.signers.stream().anyMatch((signer) -> signer.signs(name));
	}

	/** No line below says something: a name, a title, a number, a disclaimer. */
	private boolean onlySigns(int from, int to) {
		var count = 0;
		for (var i = from; i < to; i++) {
			var line = this.lines.get(i);
			if (isPostscript(i) || this.marks.isFooter(line.words()) || this.marks.isDisclaimer(line.words())) {
				return true;
			}
			if (!line.isBlank() && (++count > LONGEST_SIGNATURE || (!isSigner(line.words()) && speaks(line.words())))) {
				return false;
			}
		}
		return true;
	}

	/** A standing footer may deny a contract and be a notice in one line. */
	private boolean isLegalThroughout(String line) {
		return new Sentences().of(line)
			.stream()
			.map((one) -> line.substring(one.start(), one.end()))
			.allMatch((one) -> this.marks.isLegalText(one) || this.marks.isDisclaimer(one));
	}

	private boolean speaks(String line) {
		if (this.marks.isLegalText(line) || (line.contains(". ") && isLegalThroughout(line))) {
			return false;
		}
		var words = FOR_ANOTHER.matcher(line).replaceFirst("");
		if (CONTACT.matcher(words.substring(0, Math.min(300, words.length()))).matches() && words.length() < 120) {
			return false;
		}
		if (words.endsWith("?") || (words.length() < 200 && this.marks.turnsMeaning(words))) {
			return true;
		}
		var count = words.split("\\s+").length;
		return count > 9 && words.endsWith(".") && words.length() < 400 && !Character.isDigit(words.charAt(0));
	}

}
