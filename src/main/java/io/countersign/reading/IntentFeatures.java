package io.countersign.reading;

import java.util.List;

/**
 * What of a mail is looked at to tell what it wants: the words of its subject and of each
 * sentence with their neighbours, how its questions begin, and how it ends.
 */
final class IntentFeatures {

	private static final Fragment SUBJECT = Fragment.of("s:");

	private static final Fragment QUESTION = Fragment.of("?");

	private static final Fragment SPACE = Fragment.of(" ");

	private static final Fragment QUESTIONS = Fragment.of("=questions ");

	private static final Fragment LENGTH = Fragment.of("=length ");

	private static final Fragment ENDS_IN_A_QUESTION = Fragment.of("=ends in a question");

	private static final int MOST_STATEMENTS = 25;

	private static final int MOST_COUNTED = 3;

	private static final int LONG = 20;

	private static final int LONGEST = 8;

	private IntentFeatures() {
	}

	static Features of(Words subject, List<Statement> statements, Glossary glossary) {
		var features = new Features();
		add(subject, statements, glossary, features);
		return features;
	}

	static void add(Words subject, List<Statement> statements, Glossary glossary, Features features) {
		for (var at = 0; at < subject.size(); at++) {
			features.add(SUBJECT.then(subject.lexeme(at).shape().whole()));
		}
		var looked = statements.subList(0, Math.min(MOST_STATEMENTS, statements.size()));
		looked.forEach((statement) -> add(statement, features));
		looked.forEach((statement) -> GlossFeatures.add(statement.words(), glossary, features));
		count(looked, features);
	}

	private static void add(Statement statement, Features features) {
		var words = statement.words();
		for (var at = 0; at < words.size(); at++) {
			features.addWord(words.lexeme(at).shape());
		}
		var shapes = words.each((at) -> words.lexeme(at).shape().whole());
		features.addPairs(shapes);
		features.addTriples(shapes);
		if (statement.isQuestion() && words.size() > 2) {
			var first = QUESTION.then(words.lexeme(0).whole());
			features.add(first);
			features.add(first.then(SPACE).then(words.lexeme(1).whole()));
		}
	}

	private static void count(List<Statement> statements, Features features) {
		var questions = (int) statements.stream().filter(Statement::isQuestion).count();
		var words = statements.stream().mapToInt((statement) -> statement.words().size()).sum();
		features.add(QUESTIONS.then(Fragment.of(Math.min(questions, MOST_COUNTED))));
		features.add(LENGTH.then(Fragment.of(Math.min(words / LONG, LONGEST))));
		if (!statements.isEmpty() && statements.getLast().isQuestion()) {
			features.add(ENDS_IN_A_QUESTION);
		}
	}

}
