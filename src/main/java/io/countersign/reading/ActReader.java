package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.reading.Act.Kind;

/** Takes sentences apart into clauses, and says of each what it does. */
final class ActReader {

	private static final int MOST_SENTENCES = 100;

	private static final int LONGEST_LEAD = 12;

	private static final Pattern BEHIND_A_QUESTION = Pattern.compile("[\\s)\"'”]+$");

	/** What a question may be beside one: somebody else is to decide, or to be told. */
	private static final List<Kind> ASKED = List.of(Kind.COURTESY, Kind.ASIDE, Kind.DELEGATE);

	/** The author's language first: a Dane may well write "approved". */
	private final List<Phrasebook> books;

	private final Phrasebook book;

	private final Glossary glossary;

	private final String text;

	private final ClauseReader clauses;

	private final List<Act> acts = new ArrayList<>();

	private final Conditions conditions;

	ActReader(List<Phrasebook> books, ClauseText text, Set<String> asked) {
		this(books, text.text(), new ClauseReader(books, text, asked));
	}

	private ActReader(List<Phrasebook> books, String text, ClauseReader clauses) {
		this.books = books;
		this.book = books.getFirst();
		this.glossary = Glossary.of(this.book.code());
		this.text = text;
		this.clauses = clauses;
		this.conditions = new Conditions(books, this.clauses, this.acts, this::front);
	}

	/** What stands in front of a condition, read by itself. */
	private List<Act> front(Span part) {
		var front = new ActReader(this.books, this.text, this.clauses);
		front.pieces(part);
		return front.acts;
	}

	/** So long an answer is not read to its end, and so it is never a yes. */
	List<Act> read(List<Span> sentences) {
		sentences.stream().limit(MOST_SENTENCES).forEach(this::read);
		if (sentences.size() > MOST_SENTENCES) {
			add(Kind.UNKNOWN, sentences.get(MOST_SENTENCES), "long");
		}
		return this.acts;
	}

	private void read(Span sentence) {
		var words = this.clauses.words(sentence.start(), sentence.end());
		if (words.isEmpty()) {
			return;
		}
		if (isQuestion(sentence)) {
			question(sentence, words);
			return;
		}
		if (words.size() == Words.MOST) {
			add(Kind.UNKNOWN, sentence, "long");
			return;
		}
		var clear = this.clauses.first(words);
		if (clear.isPresent()) {
			this.acts.add(clear.get());
			return;
		}
		if (!this.clauses.isYes(words)
				&& (leadIn(sentence, words) || this.conditions.readBehindAYes(sentence, words))) {
			return;
		}
		if (!addWhole(words) && !this.conditions.read(sentence, words)) {
			pieces(sentence);
		}
	}

	/** "Sorry for the delay: approved" is read from behind what leads to it. */
	private boolean leadIn(Span sentence, Words words) {
		for (var at = Math.min(words.size() - 1, LONGEST_LEAD); at > 0; at--) {
			if (words.isBehindCut(at)) {
				var front = this.clauses.act(words.part(0, at))
					.filter((act) -> act.is(Kind.ASIDE) || act.is(Kind.EASE) || act.is(Kind.COURTESY));
				if (front.isPresent()) {
					this.acts.add(front.get());
					read(new Span(words.startOf(behindContrast(words, at)), sentence.end()));
					return true;
				}
			}
		}
		return false;
	}

	/** "On the train, but yes": where "but" takes nothing back. */
	private int behindContrast(Words words, int at) {
		var behind = at + this.book.lengthAtStart("contrast", words.part(at, words.size()));
		return (behind < words.size()) ? behind : at;
	}

	private boolean isQuestion(Span sentence) {
		return BEHIND_A_QUESTION.matcher(this.text.substring(sentence.start(), sentence.end()))
			.replaceFirst("")
			.endsWith("?");
	}

	private void question(Span sentence, Words words) {
		var real = words.part(0, words.size() - 1);
		var act = ASKED.stream()
			.filter((kind) -> kind != Kind.ASIDE || this.acts.stream().anyMatch(ActReader::isYes))
			.flatMap((kind) -> this.clauses.question(kind, real).stream())
			.findFirst()
			.or(() -> thenAsked(real))
			.or(() -> askedToPassOn(real));
		act.ifPresentOrElse(this.acts::add, () -> add(Kind.QUESTION, sentence, "question"));
	}

	/** "Would you mind taking it up with purchasing?" */
	private Optional<Act> askedToPassOn(Words words) {
		return (words.size() > 2 && this.book.start("asking for it", words).isPresent()) ? this.clauses.handover(words)
				: Optional.empty();
	}

	/** "Fine, will you tell Karen?" */
	private Optional<Act> thenAsked(Words words) {
		for (var at = 1; at < words.size(); at++) {
			if (words.isBehindCut(at)) {
				var front = this.clauses.act(words.part(0, at)).filter(ActReader::isYes);
				var asked = this.clauses.question(Kind.ASIDE, words.part(at, words.size()));
				if (front.isPresent() && asked.isPresent()) {
					this.acts.add(front.get());
					return asked;
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isYes(Act act) {
		return act.is(Kind.YES) || act.is(Kind.WEAK_YES);
	}

	private boolean addWhole(Words words) {
		var act = this.clauses.act(words);
		act.ifPresent(this.acts::add);
		return act.isPresent();
	}

	/** The longest runs of pieces that a phrase covers. */
	private void pieces(Span sentence) {
		var pieces = Sentences.pieces(this.text, sentence);
		var before = this.acts.size();
		for (var i = 0; i < pieces.size(); i++) {
			if (i > 0 && i == pieces.size() - 1
					&& isCalled(pieces.get(i), this.acts.subList(before, this.acts.size()))) {
				add(Kind.COURTESY, pieces.get(i), "called");
			}
			else {
				i = longest(pieces, i);
			}
		}
	}

	/**
	 * "Approved, Kit": a name that was not asked about, behind a yes and nothing else.
	 */
	private boolean isCalled(Span piece, List<Act> before) {
		var words = this.clauses.words(piece.start(), piece.end());
		return words.size() == 1 && isNobody(words, 0) && before.stream().anyMatch(ActReader::isYes)
				&& before.stream().allMatch((act) -> isYes(act) || act.is(Kind.COURTESY));
	}

	private boolean isNobody(Words words, int at) {
		return words.isName(at) && !words.isAsked(at) && !this.glossary.knows(words.at(at));
	}

	private int longest(List<Span> pieces, int from) {
		for (var to = Math.min(pieces.size(), from + 6) - 1; to >= from; to--) {
			var words = this.clauses.words(pieces.get(from).start(), pieces.get(to).end());
			if (words.isEmpty() || addWhole(words)) {
				return to;
			}
		}
		var piece = pieces.get(from);
		joined(piece, this.clauses.words(piece.start(), piece.end()));
		return from;
	}

	/** "Fine and send it": two acts in one piece. */
	private void joined(Span piece, Words words) {
		for (var at = 1; at < words.size(); at++) {
			var skip = this.book.kinds().isJoining(words.at(at)) ? 1 : 0;
			var front = words.part(0, at);
			var left = this.clauses.act(front).or(() -> (skip == 1) ? this.clauses.beside(front) : Optional.empty());
			if (left.isPresent() && at + skip < words.size()) {
				var rest = words.part(at + skip, words.size());
				var right = this.clauses.act(rest).or(() -> (skip == 1) ? this.clauses.beside(rest) : Optional.empty());
				if (right.isPresent() && (skip == 1 || !isBareDay(words, at, right.get()))
						&& !isToldOfAnother(left.get(), right.get(), rest)) {
					this.acts.add(left.get());
					this.acts.add(right.get());
					return;
				}
			}
		}
		this.acts.add(this.clauses.guess(words));
	}

	/** "The car was washed and approved" approves nothing but the car. */
	private boolean isToldOfAnother(Act left, Act right, Words rest) {
		return left.is(Kind.REMARK) && isYes(right)
				&& this.books.stream().anyMatch((book) -> book.kinds().isAttributive(rest.at(0)));
	}

	/** "Take Friday off" puts nothing off until Friday. */
	private static boolean isBareDay(Words words, int at, Act act) {
		return act.is(Kind.DEFER) && at == words.size() - 1;
	}

	private void add(Kind kind, Span span, String rule) {
		this.acts.add(new Act(kind, new Clue(span, this.text.substring(span.start(), span.end()), rule)));
	}

}
