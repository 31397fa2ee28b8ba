package io.countersign.reading;

import java.util.List;
import java.util.regex.Pattern;

import io.countersign.reading.Body.Line;

/**
 * What stands where programs write and people sign, and is said all the same: "Sent from
 * my iPhone", and below it "oh no, that was for another mail".
 */
record Afterwords(MailMarks marks, List<Line> lines) {

	/** A sentence of a person; notices are longer. */
	private static final int LONGEST = 120;

	private static final int MOST_LINES = 500;

	/** What notices ask: not to be printed, not to be blamed for slips. */
	private static final Pattern OF_NOTICES = Pattern.compile(
			"(?iu)\\b(?:print|udskriv|skriv ut|druck|drucken|typos?|brevity|autocorrect|tastefejl|stavefejl|reply|svares?)");

	/** "Company no. 1234" denies nothing. */
	private static final Pattern NUMBER = Pattern.compile("(?i)\\bno\\.?\\h?:?\\h?\\d|\\d{4}|@");

	/** That somebody has not seen what goes out in his name. */
	private static final Pattern UNSEEN = Pattern.compile(
			"(?iu)\\b(?:dictated|diktiert|diktat|dikteret|diktert|dikterat|signed|unterzeichnet|underskrevet|undertecknat)\\b"
					+ ".{0,60}\\b(?:unread|ungelesen|ulæst|ulest|oläst|absence|abwesen\\p{L}*|verreist|fravær|frånvaro)");

	/** All there is in a line that says what the text above it is. */
	private static final Pattern NO_ANSWER = Pattern.compile(
			"(?iu)\\W*+(?:(?:this|message|mail|e-mail|email|is|denne|dette|det|er|dies|diese|das|ist|detta|är|a|an|en|et|ett|ein|eine"
					+ "|only|just|kun|bare|bara|nur|blot|still|stadig)\\W+){0,6}"
					+ "(?:draft|test|template|entwurf|muster|vorlage|udkast|kladde|prøve|skabelon|utkast|mall|mal|prov"
					+ "|unverbindlich|uforpligtende|uforpliktende|non-?binding|unread|ungelesen"
					+ "|to be confirmed|tbc|preliminary|provisional|foreløbigt?|vorläufig|preliminärt?)\\W*+");

	/** "Sent by my assistant". */
	private static final Pattern BY_ANOTHER = Pattern.compile(
			"(?iu)(?:.{0,60}\\()?\\W*+(?:(?:sent|written|typed|signed|drafted|dictated|sendt|skrevet|underskrevet|skickat|skrivet|gesendet"
					+ "|geschrieben|verfasst|unterzeichnet) (?:by|to|af|til|av|von|an)"
					+ " (?:my|his|her|the|an?|min|mit|hans|hendes|hennes|meine[rm]?) .*"
					+ "|(?:suggested|proposed|foreslået|foreslått|föreslaget|vorgeschlagene) (?:reply|answer|response|svar|antwort)\\b.*"
					+ "|im entwurf gezeichnet\\W*)");

	/**
	 * "Anna Holm (assistant writing)": in brackets a signature says who has written it.
	 */
	private static final Pattern IN_BRACKETS = Pattern
		.compile("(?iu)\\((?:via|by|af|av|von|through|gennem) [^()]{1,40}\\)"
				+ "|\\([^()]{1,40} (?:writing|replying|answering|typing|svarer|skriver|svarar|schreibt|antwortet)\\)");

	/**
	 * Whether any of the lines that were cut off says something. A notice has more lines
	 * than one, and may deny in any of them.
	 */
	boolean areIn(boolean[] quoted, boolean[] gone) {
		var belowAFooter = false;
		var noticed = false;
		for (var at = 0; at < Math.min(gone.length, MOST_LINES); at++) {
			var words = this.lines.get(at).words();
			if (gone[at] && !quoted[at] && !noticed) {
				var footer = this.marks.isFooter(words);
				noticed = this.marks.isDisclaimer(words);
				if (!noticed && !this.marks.isLegalText(words) && isSaid(words, belowAFooter && !footer)) {
					return true;
				}
				belowAFooter |= footer;
			}
			else if (!gone[at] || quoted[at]) {
				belowAFooter = false;
				noticed = false;
			}
		}
		return false;
	}

	private boolean isSaid(String words, boolean belowAFooter) {
		return takeBack(words) || (words.length() < LONGEST
				&& (this.marks.denies(words) || (belowAFooter && this.marks.turnsMeaning(words)))
				&& !OF_NOTICES.matcher(words).find() && !NUMBER.matcher(words).find());
	}

	/** Whether a line among those of a signature takes back what stands above it. */
	private static boolean takeBack(String words) {
		return words.length() < LONGEST && (UNSEEN.matcher(words).find() || BY_ANOTHER.matcher(words).matches()
				|| IN_BRACKETS.matcher(words).find() || NO_ANSWER.matcher(words).matches());
	}

}
