package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;

import io.countersign.reading.Act.Kind;

/**
 * A yes in words that no phrase has: "Book it then, we have waited long enough." It is
 * found only where nothing else was said of what was asked, never in a sentence that asks
 * or denies, names a number or a day that was not asked for, or has a part beside the yes
 * that is no remark.
 */
final class Assents {

	/** Below it, nothing was said. */
	static final double SURE = 0.95;

	/** What one of these is said in leaves something open. */
	private static final List<String> UNSETTLING = List.of("condition", "contrast", "reserving", "reported", "sign no",
			"sign defer", "sign return", "sign delegate");

	private final LinearModel model;

	private final Remarks remarks;

	private final Books books;

	private final ClauseText text;

	private final Request request;

	Assents(LinearModel model, Remarks remarks, Books books, ClauseText text, Request request) {
		this.request = request;
		this.model = model;
		this.remarks = remarks;
		this.books = books;
		this.text = text;
	}

	/** The acts, with a yes in place of each sentence that most likely is one. */
	List<Act> in(List<Act> acts, List<Span> sentences) {
		if (!acts.stream().allMatch(Assents::mayBePartOfAYes) || this.request.isToRefrain(this.books)) {
			return acts;
		}
		var read = new ArrayList<Act>();
		for (var sentence : sentences) {
			var said = Remarks.within(acts, sentence);
			read.addAll(isAssent(said, sentence) ? List.of(yes(sentence)) : said);
		}
		return read;
	}

	/** An order that reads like a change may be what was asked for. */
	static boolean mayBePartOfAYes(Act act) {
		return Remarks.isBeside(act) || Remarks.isOpen(act) || act.is(Kind.CHANGE);
	}

	private boolean isAssent(List<Act> said, Span sentence) {
		var words = this.text.words(sentence.start(), sentence.end());
		return said.stream().anyMatch((act) -> !Remarks.isBeside(act)) && words.size() < Words.MOST
				&& isOfWhatWasAsked(words) && likelihood(words) >= SURE && isAllButOneRemark(said, sentence);
	}

	private boolean isOfWhatWasAsked(Words words) {
		if (this.books.anyLikely((book) -> book.kinds().isAnswering(words.at(0)))) {
			return false;
		}
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if (Remarks.isSign(words, i) || isSomebodyElse(words, i)
					|| this.books.any((book) -> book.kinds().isDenying(word))
					|| (this.books.anyLikely((book) -> book.kinds().isDated(word)) && !words.isAsked(i))) {
				return false;
			}
		}
		return !this.remarks.saysOfIt(words) && this.books.likely()
			.noneMatch((book) -> UNSETTLING.stream().anyMatch((section) -> book.in(section, words).isPresent()));
	}

	/** "Order them from Omnipak": a name that was not asked about. */
	private boolean isSomebodyElse(Words words, int at) {
		return words.isName(at) && !words.isAsked(at) && !this.books.first().namesNothing();
	}

	/** Of the parts between commas, the likeliest is the yes. */
	private boolean isAllButOneRemark(List<Act> said, Span sentence) {
		var parts = this.text.pieces(sentence).stream().filter((part) -> !part.isEmpty()).toList();
		var yes = parts.stream().mapToDouble(this::likelihood).max().orElse(0);
		return parts.stream()
			.allMatch((part) -> likelihood(part) == yes || isCovered(part, said) || this.remarks.isRemark(part));
	}

	private static boolean isCovered(Words part, List<Act> said) {
		var span = new Span(part.startOf(0), part.endOf(part.size() - 1));
		return said.stream()
			.anyMatch((act) -> Remarks.isBeside(act) && act.clue().span().start() <= span.start()
					&& span.end() <= act.clue().span().end());
	}

	private double likelihood(Words words) {
		return this.model.likelihood(AssentFeatures.of(words, this.books.glossary()));
	}

	private Act yes(Span sentence) {
		return new Act(Kind.YES, this.text.clue(this.text.words(sentence.start(), sentence.end()), "assent"));
	}

}
