package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * The same mail as plain text and as HTML. Up to the end of its own words both have to
 * say the same. Behind them stands what programs write, each in its own way: there the
 * text may not go on in the same line with other words, and not deny, limit or take back
 * what the HTML does not.
 */
record TwoForms(String text, String html) {

	/** How many words of what follows are looked at. */
	private static final int NEAR = 40;

	/** An address or a link, which one form shows and the other may not. */
	private static final Pattern PLACE = Pattern.compile("[@/\\[]|\\p{L}[.:]\\p{L}");

	/** What makes less of what was said before, besides a denial. */
	private static final Set<String> LIMITING = Set.of("hvis", "såfremt", "medmindre", "forudsat", "forudsætning",
			"betingelse", "betinget", "dog", "men", "undtagen", "højst", "trækker", "fortryder", "tilbage", "if",
			"unless", "provided", "but", "however", "except", "only", "condition", "withdraw", "retract", "revoke",
			"wenn", "falls", "sofern", "aber", "jedoch", "außer", "zurück", "om", "förutsatt", "utom", "dersom",
			"forutsatt");

	/** What Outlook writes into the text for the smile it draws in the HTML. */
	private static final String SMILE = "J";

	/**
	 * What Exchange Online adds in the text where the tip above a first mail has a link
	 * in the HTML.
	 */
	private static final Pattern FIRST_CONTACT = Pattern
		.compile("(?:\\h\\p{L}{2,5})?\\h?https://aka\\.ms/LearnAboutSenderIdentification\\h?(?=\\]\\h*\\R)");

	/** Lines of a quote, which the HTML may show as words of its author. */
	private static final Pattern QUOTED = Pattern.compile("(?m)^\\h*+>.*+$");

	/** Nobody asks who approves in HTML; a link may have such a sign inside. */
	private static final Pattern ASKING = Pattern.compile("\\?(?=\\s|$)");

	TwoForms {
		text = FIRST_CONTACT.matcher(text).replaceFirst("");
	}

	boolean agree(WordList own) {
		if (!WordList.of(QUOTED.matcher(this.text).replaceAll("")).contain(own)) {
			return false;
		}
		var before = WordList.of(this.text).upTo(own);
		if (before.isEmpty() || !before.equals(WordList.of(this.html).upTo(own))) {
			return false;
		}
		var passed = before.get().words().size();
		var behindHtml = behind(this.html, passed);
		var line = restOfLine(passed);
		return !ASKING.matcher(lastLine(passed)).find() && behindHtml.first(line.words().size()).equals(line)
				&& behind(this.text, passed).first(NEAR)
					.only(TwoForms::turns)
					.equals(behindHtml.first(NEAR).only(TwoForms::turns));
	}

	private static boolean turns(String word) {
		return Denials.is(word) || LIMITING.contains(word);
	}

	/** What stands in the line in which so many words end. */
	private WordList restOfLine(int words) {
		var passed = 0;
		for (var line : this.text.lines().toList()) {
			var here = WordList.of(line).words().size();
			if (passed + here >= words) {
				return behind(line, words - passed);
			}
			passed += here;
		}
		return WordList.of("");
	}

	private String lastLine(int words) {
		var passed = 0;
		for (var line : this.text.lines().toList()) {
			passed += WordList.of(line).words().size();
			if (passed >= words) {
				return line;
			}
		}
		return "";
	}

	/** The words behind so many others, without those of addresses, links and smiles. */
	private static WordList behind(String form, int others) {
		var behind = new ArrayList<String>();
		var tokens = new StringTokenizer(form);
		for (var passed = 0; tokens.hasMoreTokens();) {
			var token = tokens.nextToken();
			var words = WordList.of(token).words();
			var before = Math.min(words.size(), Math.max(0, others - passed));
			if (!PLACE.matcher(token).find() && !token.equals(SMILE)) {
				behind.addAll(words.subList(before, words.size()));
			}
			passed += words.size();
		}
		return new WordList(behind);
	}

}
