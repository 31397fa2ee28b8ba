package io.countersign.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.reading.evaluation.LabelledMail;

/** Trains the models that are shipped beside the phrases. */
final class ModelTraining {

	private static final Path MODELS = Path.of("src/main/resources/io/countersign/reading");

	/** So often a feature must stand among the examples to count. */
	private static final int LEAST = 3;

	/** A feature all of whose weights round to nothing is left out. */
	private static final float WORTH_WRITING = 0.05f;

	private static final Reader READER = new Reader();

	private static final Map<Language, Phrasebook> BOOKS = Stream.of(Language.values())
		.collect(Collectors.toMap((language) -> language, (language) -> Phrasebook.of(language.code())));

	private static final Requests REQUESTS = new Requests(new Tongues(BOOKS));

	private ModelTraining() {
	}

	/**
	 * Writes the weights anew, once examples have changed. Those of deadlines rest on
	 * what is read with the others, so it is run until nothing changes any more.
	 */
	public static void main(String[] arguments) throws IOException {
		Files.writeString(MODELS.resolve("remarks.txt"), remarks(RemarkExample.all()).toString());
		Files.writeString(MODELS.resolve("assents.txt"), assents(AssentExample.all()).toString());
		Files.writeString(MODELS.resolve("intents.txt"), intents(LabelledMail.requests()).written(1));
		Files.writeString(MODELS.resolve("requests.txt"), stackedRequests(LabelledMail.requestsKeptApart()).written(2));
		Files.writeString(MODELS.resolve("deadlines.txt"), deadlines(LabelledMail.allRequests()).toString());
		Files.writeString(MODELS.resolve("answers.txt"), answers(LabelledMail.answers()).written(1));
		Files.writeString(MODELS.resolve("verdicts.txt"),
				verdicts(LabelledMail.answersKeptApart(), LabelledMail.noApprovals()).written(2));
	}

	static LearntModel remarks(List<RemarkExample> examples) {
		return LinearTraining.of(examples.stream().map(RemarkExample::asExample).toList(), LEAST, true);
	}

	static LearntModel assents(List<AssentExample> examples) {
		return LinearTraining.of(examples.stream().map(AssentExample::asExample).toList(), LEAST, false);
	}

	static LearntChoice intents(List<LabelledMail> mails) {
		return choice(labels(RequestReading.Intent.values()), mails, ModelTraining::intentFeatures);
	}

	static LearntChoice answers(List<LabelledMail> mails) {
		return choice(labels(VerdictReading.Label.values()), mails, ModelTraining::answerFeatures);
	}

	/**
	 * From answers that none of the models it looks at has learnt from. What is known to
	 * be no approval has no other label.
	 */
	static LearntChoice verdicts(List<LabelledMail> mails, List<LabelledMail> noApprovals) {
		return choice(labels(VerdictReading.Label.values()),
				Stream.concat(mails.stream(), noApprovals.stream()).toList(), ModelTraining::stackingFeatures,
				(examples) -> LinearTraining.ofDense(examples, LEAST));
	}

	/** From mails that neither phrases nor the model it looks at have learnt from. */
	static LearntChoice stackedRequests(List<LabelledMail> mails) {
		return choice(labels(RequestReading.Intent.values()), mails, ModelTraining::requestFeatures,
				(examples) -> LinearTraining.ofDense(examples, LEAST));
	}

	/** Each day that a mail names is the deadline or is not. */
	static LearntModel deadlines(List<LabelledMail> mails) {
		return LinearTraining.of(mails.stream().flatMap(ModelTraining::days).toList(), LEAST, false);
	}

	private static Stream<LinearTraining.Example> days(LabelledMail mail) {
		var reading = READER.read(mail.mail());
		var statements = Requests.statements(reading.own());
		var all = Stream.concat(Stream.of(Statement.ofSubject(mail.mail().subject())), statements.stream()).toList();
		var sent = mail.mail().sentAt().orElseThrow().atZone(mail.mail().zone());
		return all.stream()
			.filter((statement) -> reading.request().ask().filter(statement.quote()::equals).isPresent())
			.findFirst()
			.map((ask) -> new Plea(reading.request().intent(), 1, ask, ask.clue("training")))
			.stream()
			.flatMap((plea) -> new DeadlineReader(DateBook.of(reading.language().code())).candidates(all, plea, sent)
				.stream())
			.map((day) -> new LinearTraining.Example(NamedFeatures.of(day::addTo),
					mail.deadline().filter(day.at(sent).toLocalDateTime()::equals).isPresent()));
	}

	private static List<String> labels(Enum<?>[] values) {
		return Stream.of(values).map(Enum::name).toList();
	}

	private static Set<String> intentFeatures(LabelledMail mail) {
		var subject = Statement.ofSubject(Subjects.plain(mail.mail().subject()));
		var reading = READER.read(mail.mail());
		return NamedFeatures.of((features) -> IntentFeatures.add(subject.words(), Requests.statements(reading.own()),
				glossary(reading), features));
	}

	private static Set<String> requestFeatures(LabelledMail mail) {
		var reading = READER.read(mail.mail());
		var evidence = REQUESTS.evidence(mail.mail(), reading.own(), reading.language());
		return NamedFeatures.of((features) -> RequestStackingFeatures.add(evidence, features));
	}

	private static Set<String> answerFeatures(LabelledMail mail) {
		var reading = READER.read(mail.mail());
		var own = reading.own().text();
		var words = Words.of(own, 0, own.length(), Words.stemsOf(mail.asked()));
		return NamedFeatures.of((features) -> AnswerLeaning.add(words, own, book(reading.language()), features));
	}

	private static Set<String> stackingFeatures(LabelledMail labelled) {
		var mail = labelled.mail().answering(labelled.asked());
		var reading = READER.read(mail);
		var books = books(reading.language());
		var asked = Asked.of(mail, "", books);
		var text = new Courtesies(books, mail.from(), mail.to()).blanked(reading.own().text());
		var byPhrases = new VerdictReader(books, asked, mail.from(), mail.to()).readByPhrases(reading.own().text());
		var answer = AnswerParts.of(text, new Books(books), asked);
		return NamedFeatures.of((features) -> StackingFeatures.add(byPhrases, answer, features));
	}

	/** As a reader orders them. */
	private static List<Phrasebook> books(Language likeliest) {
		return Stream.concat(Stream.of(likeliest, Language.EN), Stream.of(Language.values()))
			.distinct()
			.map(ModelTraining::book)
			.toList();
	}

	private static Phrasebook book(Language language) {
		return Objects.requireNonNull(BOOKS.get(language));
	}

	private static Glossary glossary(Reading reading) {
		return Glossary.of(reading.language().code());
	}

	private static LearntChoice choice(List<String> labels, List<LabelledMail> mails,
			Function<LabelledMail, Set<String>> features) {
		return choice(labels, mails, features, (examples) -> LinearTraining.of(examples, LEAST, false));
	}

	/** A model for each label, which finds it among all others. */
	private static LearntChoice choice(List<String> labels, List<LabelledMail> mails,
			Function<LabelledMail, Set<String>> features,
			Function<List<LinearTraining.Example>, LearntModel> training) {
		var looked = mails.stream().map((mail) -> Map.entry(mail.label(), features.apply(mail))).toList();
		var weights = new HashMap<String, float[]>();
		for (var label : labels) {
			var examples = looked.stream()
				.filter((mail) -> !mail.getKey().isEmpty() || label.equals(VerdictReading.Label.APPROVED.name()))
				.map((mail) -> new LinearTraining.Example(mail.getValue(), mail.getKey().equals(label)))
				.toList();
			training.apply(examples)
				.weights()
				.forEach((feature, weight) -> weights.computeIfAbsent(feature, (_) -> new float[labels.size()])[labels
					.indexOf(label)] = weight.floatValue());
		}
		weights.values().removeIf(ModelTraining::isFaint);
		return new LearntChoice(labels, weights);
	}

	private static boolean isFaint(float[] row) {
		for (var weight : row) {
			if (Math.abs(weight) >= WORTH_WRITING) {
				return false;
			}
		}
		return true;
	}

}
