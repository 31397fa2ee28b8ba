package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.cases.Ask;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.reading.Clue;

/**
 * VA-17: how the words that decide stand among the others. What introduces them, heads
 * them or turns them into a question says that they are shown, and not said.
 *
 * @param text the own words
 * @param himself whether whoever was asked has sent them
 * @param clues what is known of them
 * @param receivers names that may stand alone above an answer
 */
record Framing(String text, boolean himself, List<Clue> clues, WordList receivers) {

	private static final String REMARK = "remark";

	/** The end of the rule by which small talk is known. */
	private static final String EVERYDAY = "/everyday";

	/** Signs by which programs and markup know a line that is not part of a text. */
	private static final Pattern MARKED_LINE = Pattern
		.compile("(?m)^\\h*+(?://|--|\\.\\.|[#;%'\\\\^=|@$&])(?=\\h*+\\p{L})" + "(?!@)|\\p{L}\\h?=\\h?\\p{L}");

	/** A star or a number of a note, and no emphasis. */
	private static final Pattern NOTED = Pattern
		.compile("(?m)^[^*\\n]*\\p{L}\\h?(?:\\*(?![\\p{L}*])|[†‡§¹²³⁴-⁹]|\\[\\d])|\\(\\d\\)$");

	private static final String PRONOUN = "(?:jeg|du|vi|i|den|det|denne|dette|de|man|hun|han|it|this|that|we|you|they|she"
			+ "|he|es|das|dies|ich|wir|sie|er|jag|ni|dere)";

	/** The verb before its subject asks, also without a sign for it. */
	private static final Pattern ASKING = Pattern.compile("(?iu)(?:kan|må|skal|vil|bør|er|har|kunne|skulle"
			+ "|ville|can|may|shall|should|could|would|is|are|has|have|do|does|did|kann|darf|soll|ist|hat|wird|könnte"
			+ "|får|ska|är)\\h+" + PRONOUN + "\\b");

	private static final Pattern SENTENCE_ENDS = Pattern.compile("(?:^|[.!?\\n])\\s*+$");

	/** Asked of whoever reads it, or left to what comes. */
	private static final Pattern TAGGED = Pattern
		.compile("(?iu),\\h*+(?:right|eh|huh|yeah|va|hva|eller|oder|ne|gell|vel)\\W*+$"
				+ "|\\p{L}er\\h+no[kg]\\b|\\b(?:vel|väl|wohl|soon|snart|bald|later|senere|senare|später|shortly)\\b");

	/** Where all that follows is denied. */
	private static final Pattern WITHOUT = Pattern
		.compile("(?iu)(?:^|[.!?\\n]\\h*+)(?:uden at|without|ohne|utan att|uten å)\\h");

	/** Says what somebody is to write. */
	private static final Pattern TELLING = Pattern.compile(
			"(?iu)^\\W*+(?:skriv|svar|svara|sig|say|write|answer|reply|schreib|schreibe|antworte|sag|sage|säg|si)\\h+\\p{L}");

	private static final Pattern CAPITALS = Pattern.compile("\\W?\\p{Lu}{4,20}\\W?");

	/** "On a train, so briefly: yes": who says why he is brief speaks of himself. */
	private static final Pattern IN_SHORT = Pattern.compile("(?iu),?\\h(?:så|so|derfor|därför|daher|deshalb)\\h"
			+ "(?:(?:just|lige|bare|bara|nur)\\h)?(?:kort|hurtigt|briefly|quickly|short|kurz|snabbt|raskt)$");

	private static final Set<Character> AT_AN_END = Set.of('.', '!', ',', ':', ';', ')');

	static Framing of(Reply reply) {
		var himself = reply.ask().map(Ask::approver).equals(reply.actor());
		return new Framing(reply.own().text(), himself, reply.reading().clues(), WordList.of(names(reply.message())));
	}

	private static String names(Message message) {
		var names = new StringBuilder();
		message.to().stream().map(Party::displayName).forEach((name) -> names.append(name).append(' '));
		message.cc().stream().map(Party::displayName).forEach((name) -> names.append(name).append(' '));
		return names.toString();
	}

	/** Why somebody may only be shown these words. */
	Optional<String> doubt() {
		if (MARKED_LINE.matcher(this.text).find() || NOTED.matcher(this.text).find()) {
			return Optional.of("A sign marks its words as a remark, or points to a note.");
		}
		if (this.clues.stream().anyMatch(this::isLabel)) {
			return Optional.of("What stands before a colon may say whose words follow.");
		}
		if (this.clues.stream().anyMatch(this::isHeading) || isUnderCapitals()) {
			return Optional.of("A heading stands over its words, and may say whose they are.");
		}
		if (WITHOUT.matcher(this.text).find()) {
			return Optional.of("It may deny what it seems to say.");
		}
		var yes = this.clues.stream().filter((clue) -> !clue.rule().equals(REMARK)).map(Clue::quote).toList();
		if (yes.stream().anyMatch((quote) -> isAsking(quote) || TAGGED.matcher(quote).find())) {
			return Optional.of("It may ask or expect what it seems to say.");
		}
		return yes.stream().anyMatch((quote) -> TELLING.matcher(quote).find())
				? Optional.of("It may tell somebody what to write.")
				: new Tone(this.text, this.himself, yes, remarks()).doubt();
	}

	private List<String> remarks() {
		return this.clues.stream().filter((clue) -> clue.rule().equals(REMARK)).map(Clue::quote).toList();
	}

	private boolean isAsking(String quote) {
		var at = Math.max(0, this.text.indexOf(quote));
		return ASKING.matcher(quote).lookingAt() && SENTENCE_ENDS.matcher(this.text.substring(0, at)).find();
	}

	/** "Copy: approved", and "approved: none". */
	private boolean isLabel(Clue clue) {
		if (IN_SHORT.matcher(clue.quote()).find()) {
			return false;
		}
		var at = this.text.indexOf(clue.quote());
		var behind = at + clue.quote().length();
		return at >= 0 && this.text.startsWith(":", behind) && !this.text.startsWith(":)", behind)
				&& !this.text.startsWith(":-", behind) && (clue.rule().equals(REMARK) || clue.rule().endsWith(EVERYDAY)
						|| this.text.startsWith(": ", behind) && isYes(clue));
	}

	private static boolean isYes(Clue clue) {
		return clue.rule().contains("yes") || clue.rule().equals("assent");
	}

	/** A line that says nothing of its own, with the answer below it. */
	private boolean isHeading(Clue clue) {
		var at = this.text.indexOf(clue.quote());
		var behind = at + clue.quote().length();
		return clue.rule().equals(REMARK) && at >= 0 && behind < this.text.length()
				&& (at == 0 || this.text.charAt(at - 1) == '\n') && this.text.charAt(behind) == '\n'
				&& !AT_AN_END.contains(this.text.charAt(behind - 1));
	}

	/** "DRAFT", and the answer below it. */
	private boolean isUnderCapitals() {
		var first = this.text.lines().findFirst().orElse("").strip();
		return this.text.indexOf('\n') > 0 && CAPITALS.matcher(first).matches()
				&& !this.receivers.contain(WordList.of(first))
				&& this.clues.stream().noneMatch((clue) -> clue.quote().contains(first));
	}

}
