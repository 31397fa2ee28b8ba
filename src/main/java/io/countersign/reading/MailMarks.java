package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words mail programs and habits put around what somebody writes, in every language
 * there is a file for: a Dane answers a German's mail from an English phone.
 */
final class MailMarks {

	private static final Pattern DATE = Pattern
		.compile("\\d{1,2}[:.]\\d{2}|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\b(19|20)\\d{2}\\b");

	/** Whose words are kept. */
	private static final int MOST_LINES = 200;

	private static final List<String> SECTIONS = List.of("attribution", "history", "closing", "weak closing",
			"core yes", "greeting", "answers below", "footer", "disclaimer", "legal text", "banner", "marking");

	private static final Pattern MINUTE = Pattern.compile("\\d{1,2}[:.]\\d{2}");

	private static final int DIGITS_OF_A_DATE = 8;

	private static final Pattern FIRST_NAME = Pattern.compile("\\p{Lu}\\p{L}{1,20}[,!]");

	private final HeadFields head;

	private final List<Phrasebook> books;

	private final Map<String, PhraseSection> sections;

	/** The words that turn a meaning in some language, and join names in none. */
	private final Set<String> turning;

	private final Set<String> denying;

	/** Each line of a mail is looked at in many ways. */
	private final Map<String, Words> lines = new HashMap<>();

	private MailMarks(MailMarks others) {
		this.books = others.books;
		this.sections = others.sections;
		this.turning = others.turning;
		this.denying = others.denying;
		this.head = others.head;
	}

	MailMarks(List<Phrasebook> books) {
		this.books = List.copyOf(books);
		this.head = new HeadFields(this.books);
		this.sections = new HashMap<>();
		this.turning = listed("turning");
		this.turning.removeAll(listed("joining"));
		this.denying = listed("denying");
		// The phrases of all languages: which of them a line is in is of no interest.
		var vocabulary = new Vocabulary();
		for (var name : SECTIONS) {
			var section = new PhraseSection(vocabulary);
			this.books.forEach((book) -> book.section(name).forEach(section::add));
			this.sections.put(name, section);
		}
	}

	static MailMarks ofAllLanguages() {
		return new MailMarks(Stream.of("da", "en", "sv", "nb", "de", "fi").map(Phrasebook::of).toList());
	}

	/** The same for one mail, on one thread. */
	MailMarks ofOneMail() {
		return new MailMarks(this);
	}

	/** Which of the languages a word is in is of no interest here either. */
	private Set<String> listed(String section) {
		return this.books.stream().flatMap((book) -> book.list(section).stream()).collect(Collectors.toSet());
	}

	private Words words(String line) {
		if (this.lines.size() >= MOST_LINES) {
			this.lines.clear();
		}
		return this.lines.computeIfAbsent(line, Words::of);
	}

	/** The fields of a quoted mail's head, in all the languages. */
	HeadFields head() {
		return this.head;
	}

	/** "On Monday Anna wrote:", with a date or an address in it. */
	boolean isAttribution(String line) {
		if (line.length() > 400 || !(line.endsWith(":") || line.endsWith(":*") || line.endsWith("..."))) {
			return false;
		}
		return (line.indexOf('@') >= 0 || DATE.matcher(line).find()) && isIn("attribution", line);
	}

	/** The same without a date or without a word for it, as before a quote. */
	boolean namesAWriter(String line) {
		return line.length() < 300 && line.endsWith(":")
				&& (isIn("attribution", line) || (line.indexOf('@') >= 0 && DATE.matcher(line).find()));
	}

	/**
	 * "-----Original message-----", "---- On Monday Anna wrote ----", ">>> Anna 14:02
	 * >>>"
	 */
	boolean isHistoryLine(String line) {
		return line.length() < 160 && (isWhole("history", line)
				|| (isRuled(line) && (isIn("history", line) || isRuledAttribution(line))) || isBetweenArrows(line));
	}

	private boolean isRuledAttribution(String line) {
		return line.endsWith("--") && DATE.matcher(line).find() && isIn("attribution", line);
	}

	/** As GroupWise sets the writer and the time, with the older mail bare below. */
	static boolean isBetweenArrows(String line) {
		return line.startsWith(">>> ") && line.endsWith(" >>>") && MINUTE.matcher(line).find();
	}

	private static boolean isRuled(String line) {
		return line.startsWith("--") || line.startsWith("__") || line.startsWith("==") || line.startsWith("- -");
	}

	boolean isClosing(String line) {
		return line.length() < 80 && isWhole("closing", line) && !isIn("core yes", line);
	}

	boolean isGreeting(String line) {
		return line.length() < 60 && (isWhole("greeting", line) || FIRST_NAME.matcher(line).matches());
	}

	/** "See my answers in red." */
	boolean announcesAnswers(String line) {
		return line.length() < 200 && isIn("answers below", line);
	}

	/** A word that is a closing only below something else: "thanks", "best". */
	boolean isWeakClosing(String line) {
		return line.length() < 60 && isWhole("weak closing", line);
	}

	boolean isFooter(String line) {
		return line.length() < 300 && isStart("footer", line);
	}

	boolean isDisclaimer(String line) {
		return isIn("disclaimer", line.substring(0, Math.min(300, line.length())));
	}

	/** A line of a standing footer that denies what no answer is about. */
	boolean isLegalText(String line) {
		return line.length() < 200 && isWhole("legal text", line);
	}

	boolean isBanner(String line) {
		return isStart("banner", line.substring(0, Math.min(300, line.length()))) || isMarking(line);
	}

	/** How a house marks who may see a mail: "Classification: internal". */
	boolean isMarking(String line) {
		return line.length() < 80 && isWhole("marking", line);
	}

	/** Notes writes the day and the minute on a line of their own. */
	static boolean isDateLine(String line) {
		return line.length() < 90 && DATE.matcher(line).find() && MINUTE.matcher(line).find()
				&& line.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_DATE;
	}

	boolean turnsMeaning(String line) {
		return hasAny(this.turning, words(line));
	}

	boolean denies(String line) {
		return hasAny(this.denying, words(line));
	}

	private static boolean hasAny(Set<String> known, Words words) {
		for (var at = 0; at < words.size(); at++) {
			if (known.contains(words.at(at))) {
				return true;
			}
		}
		return false;
	}

	/** Whether a word means something in any language, so that it may be no name. */
	boolean says(String word) {
		var words = Words.of(word);
		return !words.isEmpty()
				&& (Glossary.ofAll().lists(words.at(0)) || this.books.stream().anyMatch((book) -> book.says(words)));
	}

	/** Whether a word alone may change what is decided, in any language. */
	boolean decides(String word) {
		var words = Words.of(word);
		return !words.isEmpty() && this.books.stream().anyMatch((book) -> book.decides(words));
	}

	private boolean isWhole(String section, String line) {
		var words = words(line);
		return !words.isEmpty() && named(section).whole(words).isPresent();
	}

	private boolean isStart(String section, String line) {
		var words = words(line);
		return !words.isEmpty() && named(section).start(words).isPresent();
	}

	private boolean isIn(String section, String line) {
		var words = words(line.length() > 400 ? line.substring(0, 400) : line);
		return !words.isEmpty() && named(section).in(words).isPresent();
	}

	private PhraseSection named(String section) {
		return this.sections.getOrDefault(section, PhraseSection.NONE);
	}

}
