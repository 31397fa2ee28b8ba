package io.countersign.reading;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.reading.Act.Kind;

/**
 * A yes in the words of the question: "Move it then" where moving was asked, "You may" to
 * "May we ...?". Each word was asked, or adds nothing: one more, and it is none.
 */
final class Echoes {

	private static final int LONGEST = 12;

	/** The verb an answer echoes stands among its first words. */
	private static final int FIRST_WORDS = 3;

	private static final int LONGEST_VERB = 2;

	/** Of whom it is asked whether he may. */
	private static final Set<String> ASKING = Set.of("i", "we", "they", "he", "she", "jeg", "vi", "han", "hun", "jag",
			"hon", "ich", "wir");

	private final Request request;

	private final Books books;

	private final ClauseText text;

	Echoes(Request request, Books books, ClauseText text) {
		this.request = request;
		this.books = books;
		this.text = text;
	}

	/** Whether a yes may be hidden among these. */
	static boolean mayBeIn(List<Act> acts) {
		return !Weighing.has(acts, Kind.YES) && acts.stream().allMatch(Assents::mayBePartOfAYes)
				&& acts.stream().anyMatch(Echoes::mayBeOne);
	}

	/** The acts, with a yes in place of each that only says again what was asked. */
	List<Act> in(List<Act> acts) {
		return this.request.isToRefrain(this.books) ? acts
				: acts.stream().map((act) -> (mayBeOne(act) && isEcho(act)) ? yes(act) : act).toList();
	}

	private static boolean mayBeOne(Act act) {
		return Remarks.isOpen(act) || act.is(Kind.CHANGE) || act.isOf("everyday") || act.isOf("praising");
	}

	private Act yes(Act act) {
		return new Act(Kind.YES, new Clue(act.clue().span(), act.clue().quote(), "echo"));
	}

	private boolean isEcho(Act act) {
		var span = act.clue().span();
		var words = this.text.words(span.start(), span.end());
		if (words.isEmpty() || words.size() > LONGEST || any(words.at(0), WordKinds::isAnswering)) {
			return false;
		}
		return isShortAnswer(words) || isVerbOfQuestion(words) || (saysItAgain(words) && !isQuoted(words));
	}

	/** "Det må I", "You may", "Det er det". */
	private boolean isShortAnswer(Words words) {
		var answers = false;
		for (var at = 0; at < words.size(); at++) {
			var word = words.at(at);
			var isAuxiliary = any(word, WordKinds::isAnswering);
			if (!(isAuxiliary ? this.request.asks(word) : any(word, WordKinds::isFilling))) {
				return false;
			}
			answers |= isAuxiliary;
		}
		return answers && words.size() > 1;
	}

	/** "Sell." to "Shall we sell?" */
	private boolean isVerbOfQuestion(Words words) {
		return words.size() <= LONGEST_VERB && isContent(words.at(0))
				&& this.request.before(plain(words)).filter(ASKING::contains).isPresent();
	}

	/**
	 * What is repeated word by word is quoted, unless it was asked of somebody: "we move
	 * it" in "May we move it?".
	 */
	private boolean isQuoted(Words words) {
		return this.request.before(plain(words)).filter((word) -> !ASKING.contains(word)).isPresent();
	}

	private static String plain(Words words) {
		return IntStream.range(0, words.size()).mapToObj(words::at).collect(Collectors.joining(" "));
	}

	/** "Order the chairs" leaves out the tables that were asked for too. */
	private boolean saysItAgain(Words words) {
		var asked = 0;
		var speaks = false;
		for (var at = 0; at < words.size(); at++) {
			var word = words.at(at);
			if (any(word, WordKinds::isFilling)) {
				speaks |= any(word, WordKinds::isEchoing);
			}
			else if (word.length() < BaseForm.SHORTEST && this.request.has(word) && isContent(word)) {
				continue;
			}
			else if (isAsked(words, at)) {
				asked++;
				speaks |= at < FIRST_WORDS && !this.request.has(word);
			}
			else {
				return false;
			}
		}
		return speaks && (asked == 1 || (asked > 1 && !this.request.isOfSeveral(this.books)));
	}

	private boolean isAsked(Words words, int at) {
		var word = words.at(at);
		if (Character.isDigit(word.charAt(0))) {
			return this.request.has(word);
		}
		return isContent(word) && (this.request.hasForm(word) || isSplit(words, at));
	}

	private boolean isContent(String word) {
		return !any(word, WordKinds::isFilling) && !any(word, WordKinds::isAltering)
				&& !any(word, WordKinds::isGranting) && !any(word, WordKinds::isTurning)
				&& !any(word, WordKinds::isNameless);
	}

	/** "Sig det op" where it was asked to "opsige" it. */
	private boolean isSplit(Words words, int at) {
		for (var behind = at + 1; behind < words.size(); behind++) {
			if (any(words.at(behind), WordKinds::isFilling) && !any(words.at(behind), WordKinds::isEchoing)
					&& this.request.hasForm(words.at(behind) + words.at(at))) {
				return true;
			}
		}
		return false;
	}

	private boolean any(String word, BiPredicate<WordKinds, String> says) {
		return this.books.anyLikely((book) -> says.test(book.kinds(), word));
	}

}
