package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.VerdictReading.ItemVerdict;
import io.countersign.reading.VerdictReading.Label;

/**
 * Reads an answer. It approves only when every act of it is accounted for: a yes, and
 * courtesy or remarks beside it.
 */
final class VerdictReader {

	private static final Set<Kind> DECIDING = Set.of(Kind.YES, Kind.WEAK_YES, Kind.NO, Kind.DELEGATE, Kind.DEFER,
			Kind.RETURN, Kind.QUESTION, Kind.CONDITION);

	/** In characters; nobody answers with more, and a person reads it whole. */
	private static final int LONGEST_ANSWER = 100_000;

	private static final LinearModel REMARKS = LinearModel.shipped("remarks.txt");

	private static final LinearModel ASSENTS = LinearModel.shipped("assents.txt");

	private final List<Phrasebook> books;

	private final Asked asked;

	private final Courtesies courtesies;

	private final Doubts doubts;

	/** By their words, for all of an answer is looked at twice. */
	private final Map<String, AnswerParts> parts = new HashMap<>();

	private final Map<String, List<Act>> acts = new HashMap<>();

	VerdictReader(List<Phrasebook> books, Asked asked, Optional<Correspondent> author, List<Correspondent> addressed) {
		this.books = books;
		this.asked = asked;
		this.courtesies = new Courtesies(books, author, addressed);
		this.doubts = new Doubts(books, asked);
	}

	/** What was answered between the lines of a quote counts point by point. */
	VerdictReading read(OwnWords own, InlineAnswers inline) {
		if (own.text().length() > LONGEST_ANSWER) {
			return Weighing.unsure(List.of(), "It is much longer than an answer.");
		}
		if (Alphabets.areMixedIn(own.text())) {
			return Weighing.unsure(List.of(), "A word of it has letters of two alphabets.");
		}
		if (!inline.isAnsweredByPoints()) {
			return read(own.text());
		}
		var items = inline.points().stream().map(this::item).toList();
		var answers = inline.points().stream().map(InlineAnswers.Point::answer).toList();
		var clue = new Clue(own.spans().getFirst(), own.text(), "inline");
		return agreeing(readBesides(inline.besides()), new ItemVerdicts(items, answers).sum(false, clue));
	}

	private ItemVerdict item(InlineAnswers.Point point) {
		return new ItemVerdict(point.number(), readByPhrases(point.answer()).label(), point.answer());
	}

	/** The words on top may say where the answers stand; these have been found. */
	private VerdictReading readBesides(String words) {
		var reading = readWords(words);
		return (reading.label() == Label.NONE) ? Weighing.of(Label.NONE, 0.9, List.of(), "It says where to read on.")
				: reading;
	}

	VerdictReading read(String written) {
		return ofAll(handedOn(stacked(readByPhrases(written), written), written), written);
	}

	/** The models have learnt what an approval looks like, and not of what it is one. */
	private VerdictReading ofAll(VerdictReading read, String written) {
		if (read.isDecision() && written.stripTrailing().endsWith(":")) {
			return read.toConfirm("It announces something that does not follow.");
		}
		if (read.label() != Label.APPROVED) {
			return read;
		}
		if (this.courtesies.areAHeading(written)) {
			return read.toConfirm("A heading stands over it, and may say whose words follow.");
		}
		var text = this.courtesies.blanked(written);
		var acts = acts(text);
		return this.doubts.grantsAPart(text, acts) ? Weighing.unsure(acts, "It names something that was not asked for.")
				: read;
	}

	/** Somebody who is only called "him" is named elsewhere in the answer. */
	private VerdictReading handedOn(VerdictReading read, String written) {
		var receivers = new Receivers(this.books.getFirst());
		return (read.label() == Label.DELEGATED
				&& read.delegateTo().filter((who) -> !receivers.isNobody(who)).isEmpty())
						? read.to(receivers.in(this.courtesies.blanked(written))) : read;
	}

	/** What stands beside a number is too short to be like anything. */
	VerdictReading readByPhrases(String written) {
		return this.doubts.pointsElsewhere(written)
				? Weighing.unsure(List.of(), "The answers stand somewhere inside the older mail.") : readWords(written);
	}

	private VerdictReading readWords(String written) {
		var text = this.courtesies.blanked(written);
		if (text.isBlank()) {
			return Weighing.of(Label.NONE, 0.99, List.of(), "Nothing was newly written.");
		}
		var parts = new NumberedAnswers(List.of(this.books.getFirst()), text).parts();
		return (parts.isEmpty() ? Optional.<VerdictReading>empty() : numbered(text, parts))
			.orElseGet(() -> whole(text));
	}

	private VerdictReading stacked(VerdictReading read, String written) {
		var text = this.courtesies.blanked(written);
		if (!this.asked.isKnown() || !read.items().isEmpty() || text.isBlank()
				|| this.doubts.pointsElsewhere(written)) {
			return read;
		}
		if (this.doubts.isMurmured(acts(text))) {
			return read;
		}
		var stacked = Stacking.of(read, parts(text), acts(text));
		return (stacked.label() == Label.APPROVED && read.label() != Label.APPROVED) ? doubted(stacked, read, text)
				: stacked;
	}

	/** What speaks against an approval speaks against a likely one as well. */
	private VerdictReading doubted(VerdictReading stacked, VerdictReading read, String text) {
		if (this.doubts.saysBoth(text) || this.doubts.isOpen(text, acts(text))) {
			return read;
		}
		return this.doubts.deniesOutside(text, acts(text)) ? stacked.toConfirm() : stacked;
	}

	private VerdictReading whole(String text) {
		var acts = acts(text);
		if (!Weighing.has(acts, Kind.DELEGATE) && this.doubts.saysBoth(text)) {
			return Weighing.unsure(acts, "It says yes and no.");
		}
		var reading = Weighing.weigh(acts);
		return (reading.label() == Label.APPROVED) ? this.doubts.of(reading, text, acts) : reading;
	}

	private List<Act> acts(String text) {
		return this.acts.computeIfAbsent(text, (_) -> withoutPhrases(parts(text)));
	}

	private AnswerParts parts(String text) {
		return this.parts.computeIfAbsent(text, (_) -> AnswerParts.of(text, new Books(this.books), this.asked));
	}

	/** What no phrase covers is taken for a yes only where all of it can be explained. */
	private List<Act> withoutPhrases(AnswerParts parts) {
		var acts = parts.acts();
		var remarks = new Remarks(REMARKS, parts.books(), parts.clauses());
		var echoed = Echoes.mayBeIn(acts) ? new Echoes(this.asked.request(), parts.books(), parts.clauses()).in(acts)
				: acts;
		var read = remarks.in(echoed, parts.sentences());
		if (Weighing.has(read, Kind.YES)) {
			return read;
		}
		var assents = new Assents(ASSENTS, remarks, parts.books(), parts.clauses(), this.asked.request()).in(acts,
				parts.sentences());
		var explained = remarks.in(assents, parts.sentences());
		return (Weighing.has(explained, Kind.YES) && explained.stream().allMatch(Remarks::isBeside)) ? explained : read;
	}

	/** A verdict for each numbered point; what stands in front of them must agree. */
	private Optional<VerdictReading> numbered(String text, List<NumberedAnswers.Part> parts) {
		var items = new ArrayList<ItemVerdict>();
		for (var part : parts) {
			items.add(new ItemVerdict(part.number(), whole(part.answer()).label(), part.answer().strip()));
		}
		if (items.stream().filter((item) -> item.label() != Label.NONE).count() < 2) {
			return Optional.empty();
		}
		var front = text.substring(0, parts.getFirst().start());
		var acts = acts(front);
		var wholes = parts.stream().map(NumberedAnswers.Part::whole).toList();
		var sum = new ItemVerdicts(items, wholes).sum(Weighing.has(acts, Kind.UNKNOWN),
				new Clue(new Span(0, text.length()), text, "numbered"));
		return Optional
			.of(acts.stream().anyMatch((act) -> DECIDING.contains(act.kind())) ? agreeing(whole(front), sum) : sum);
	}

	/** A line on top that says another thing than the points below leaves both open. */
	private static VerdictReading agreeing(VerdictReading top, VerdictReading sum) {
		if (top.label() == sum.label() || (top.label() == Label.NONE && !top.needsConfirmation())) {
			return sum;
		}
		return new VerdictReading(Label.NONE, 0.5, true, Optional.empty(), Optional.empty(), sum.items(), sum.clues(),
				List.of("What stands on top says another thing than the answers to the points."));
	}

}
