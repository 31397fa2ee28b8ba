package io.countersign.reading;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.reading.Act.Kind;

/**
 * What phrases and models have found in an answer, as one more model looks at it: none of
 * them alone knows how far it can be believed beside the others.
 */
final class StackingFeatures {

	private static final LinearModel REMARKS = LinearModel.shipped("remarks.txt");

	private static final LinearModel ASSENTS = LinearModel.shipped("assents.txt");

	/** What one of these is said in may take something from a yes. */
	private static final List<String> UNSETTLING = List.of("condition", "contrast", "reserving", "reported", "sign no",
			"sign defer", "sign return", "sign delegate");

	/** A sum that speaks against it as clearly as any. */
	private static final double LEAST = -20;

	/** Nothing stands beside the yes. */
	private static final double ALONE = 5;

	private final AnswerParts answer;

	private final Glossary glossary;

	private final Map<Scale, Double> values = new EnumMap<>(Scale.class);

	/** A sentence without a comma is a part of itself. */
	private final Map<Words, Double> assents = new IdentityHashMap<>();

	private final Features features;

	private StackingFeatures(AnswerParts answer, Features features) {
		this.answer = answer;
		this.features = features;
		this.glossary = answer.books().glossary();
	}

	/**
	 * @param read what its phrases come to
	 */
	static Features of(VerdictReading read, AnswerParts answer) {
		var features = new Features();
		add(read, answer, features);
		return features;
	}

	static void add(VerdictReading read, AnswerParts answer, Features features) {
		var looked = new StackingFeatures(answer, features);
		looked.addPhrases(read);
		looked.addSentences();
		looked.addWhole();
		looked.addWords();
		looked.addTogether(read);
	}

	private void add(String feature) {
		this.features.add(Fragment.of(feature));
	}

	private void addPhrases(VerdictReading read) {
		add("read " + read.label());
		if (read.needsConfirmation()) {
			add("unsure");
		}
		var kinds = this.answer.acts()
			.stream()
			.map(StackingFeatures::kind)
			.collect(Collectors.toCollection(java.util.TreeSet::new));
		kinds.forEach((kind) -> add("act " + kind));
		add("acts " + String.join("+", kinds));
	}

	private static String kind(Act act) {
		return act.kind() + (act.isGuessed() ? "?" : "");
	}

	private void addSentences() {
		var sentences = this.answer.sentences().stream().filter((one) -> !this.answer.words(one).isEmpty()).toList();
		var assents = sentences.stream().mapToDouble((one) -> assent(this.answer.words(one))).toArray();
		var order = IntStream.range(0, assents.length)
			.boxed()
			.sorted((one, other) -> Double.compare(assents[other], assents[one]))
			.toList();
		put(Scale.ASSENT, order.isEmpty() ? LEAST : assents[order.getFirst()]);
		put(Scale.ASSENT_BESIDE, (order.size() < 2) ? LEAST : assents[order.get(1)]);
		put(Scale.ASSENT_IN_PARTS,
				sentences.stream()
					.flatMap((one) -> this.answer.clauses().pieces(one).stream())
					.filter((part) -> !part.isEmpty())
					.mapToDouble(this::assent)
					.max()
					.orElse(LEAST));
		var beside = IntStream.range(0, sentences.size())
			.filter((at) -> isOpen(sentences.get(at))
					&& (saysYes() ? !saysYes(sentences.get(at)) : at != order.getFirst()))
			.toArray();
		put(Scale.REMARK,
				IntStream.of(beside)
					.mapToDouble((at) -> Math.max(assents[at], remark(this.answer.words(sentences.get(at)))))
					.min()
					.orElse(ALONE));
		put(Scale.OPEN, beside.length);
		put(Scale.SENTENCES, sentences.size());
	}

	private boolean isOpen(Span sentence) {
		return Remarks.within(this.answer.acts(), sentence).stream().anyMatch((act) -> !Remarks.isBeside(act));
	}

	private boolean saysYes(Span sentence) {
		return saysYes(Remarks.within(this.answer.acts(), sentence));
	}

	private boolean saysYes() {
		return saysYes(this.answer.acts());
	}

	private static boolean saysYes(List<Act> acts) {
		return Weighing.has(acts, Kind.YES) || Weighing.has(acts, Kind.WEAK_YES);
	}

	private void addWhole() {
		var words = this.answer.words();
		var features = AssentFeatures.of(words, this.glossary);
		put(Scale.ASSENT_IN_ALL, sum(ASSENTS, words, features));
		put(Scale.REMARK_IN_ALL, remark(words));
		put(Scale.LENGTH, StrictMath.log(1 + words.size()));
		var leaning = AnswerLeaning.of(this.answer, features);
		put(Scale.LEANING, leaning.margin());
		add("leaning " + leaning.likeliest());
	}

	private void addWords() {
		var words = this.answer.words();
		var books = this.answer.books();
		put(Scale.NAMES, count(words, (at) -> words.isName(at) && !words.isAsked(at)));
		put(Scale.NUMBERS, count(words, (at) -> Character.isDigit(words.at(at).charAt(0)) && !words.isAsked(at)));
		put(Scale.DAYS, count(words,
				(at) -> !words.isAsked(at) && books.anyLikely((book) -> book.kinds().isDated(words.at(at)))));
		put(Scale.DENIALS, count(words, (at) -> books.any((book) -> book.kinds().isDenying(words.at(at)))));
		put(Scale.TURNS, count(words, (at) -> books.anyLikely((book) -> book.kinds().isTurning(words.at(at)))));
		put(Scale.CHANGES, count(words, (at) -> books.anyLikely((book) -> book.kinds().isAltering(words.at(at)))));
		put(Scale.ASKED, count(words, words::isAsked));
		UNSETTLING.stream().filter(this::stands).forEach((section) -> add("in " + section));
		if (this.answer.text().contains("?")) {
			add("question mark");
		}
		if (this.answer.asked().request().isToRefrain(books)) {
			add("asked to refrain");
		}
	}

	private boolean stands(String section) {
		return this.answer.sentences()
			.stream()
			.map(this.answer::words)
			.anyMatch((words) -> !words.isEmpty()
					&& this.answer.books().anyLikely((book) -> book.in(section, words).isPresent()));
	}

	private static double count(Words words, java.util.function.IntPredicate is) {
		return IntStream.range(0, words.size()).filter(is).count();
	}

	private void addTogether(VerdictReading read) {
		this.values.forEach((scale, value) -> scale.features(value).forEach(this.features::add));
		for (var other : List.of(Scale.ASSENT, Scale.REMARK, Scale.ASSENT_IN_ALL, Scale.TURNS, Scale.SENTENCES,
				Scale.ASSENT_IN_PARTS)) {
			this.features.add(Scale.LEANING.with(value(Scale.LEANING), other, value(other)));
		}
		this.features.add(Scale.ASSENT.with(value(Scale.ASSENT), Scale.REMARK, value(Scale.REMARK)));
		this.features.add(Scale.REMARK.with(value(Scale.REMARK), Scale.OPEN, value(Scale.OPEN)));
		this.features.add(Fragment.of("read " + read.label() + " ").then(Scale.LEANING.coarse(value(Scale.LEANING))));
		var yes = Fragment.of(saysYes() ? "with yes " : "without ");
		this.features.add(yes.then(Scale.LEANING.coarse(value(Scale.LEANING))));
		this.features.add(yes.then(Scale.REMARK.coarse(value(Scale.REMARK))));
	}

	private double value(Scale scale) {
		return this.values.getOrDefault(scale, 0.0);
	}

	private void put(Scale scale, double value) {
		this.values.put(scale, value);
	}

	private double assent(Words words) {
		return this.assents.computeIfAbsent(words, (one) -> sum(ASSENTS, one, AssentFeatures.of(one, this.glossary)));
	}

	private double remark(Words words) {
		return sum(REMARKS, words, RemarkFeatures.of(words, this.glossary));
	}

	/** Of more words than are looked at, nothing is known. */
	private static double sum(LinearModel model, Words words, Features features) {
		return (words.size() < Words.MOST) ? Math.max(LEAST, model.sum(features)) : LEAST;
	}

}
