package io.countersign.reading;

import java.util.List;
import java.util.Set;

/**
 * What of a mail is looked at to tell what it wants: the words of its subject and of each
 * sentence with their neighbours, how its questions begin, and how it ends.
 */
final class IntentFeatures {

	private static final int MOST_STATEMENTS = 25;

	private static final int MOST_COUNTED = 3;

	private static final int LONG = 20;

	private static final int LONGEST = 8;

	private IntentFeatures() {
	}

	static Set<String> of(Words subject, List<Statement> statements, Glossary glossary) {
		var features = new Features();
		for (var at = 0; at < subject.size(); at++) {
			features.add("s:" + shape(subject, at));
		}
		var looked = statements.subList(0, Math.min(MOST_STATEMENTS, statements.size()));
		looked.forEach((statement) -> add(statement, features));
		looked.forEach((statement) -> GlossFeatures.add(statement.words(), glossary, features));
		count(looked, features);
		return features.all();
	}

	private static void add(Statement statement, Features features) {
		var words = statement.words();
		for (var at = 0; at < words.size(); at++) {
			features.addWord(shape(words, at));
		}
		features.addPairs(words.size(), (at) -> shape(words, at));
		features.addTriples(words.size(), (at) -> shape(words, at));
		if (statement.isQuestion() && words.size() > 2) {
			features.add("?" + words.at(0));
			features.add("?" + words.at(0) + " " + words.at(1));
		}
	}

	private static void count(List<Statement> statements, Features features) {
		var questions = (int) statements.stream().filter(Statement::isQuestion).count();
		var words = statements.stream().mapToInt((statement) -> statement.words().size()).sum();
		features.add("=questions " + Math.min(questions, MOST_COUNTED));
		features.add("=length " + Math.min(words / LONG, LONGEST));
		if (!statements.isEmpty() && statements.getLast().isQuestion()) {
			features.add("=ends in a question");
		}
	}

	/** All numbers alike. */
	private static String shape(Words words, int at) {
		return Character.isDigit(words.at(at).charAt(0)) ? Features.NUMBER : words.at(at);
	}

}
