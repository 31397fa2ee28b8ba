package io.countersign.reading;

import java.util.List;

/**
 * What phrases have found in a mail, and how far all its words lean to each intent, as
 * one more model looks at it.
 */
final class RequestStackingFeatures {

	private final Features features;

	private RequestStackingFeatures(Features features) {
		this.features = features;
	}

	static Features of(RequestEvidence evidence) {
		var features = new Features();
		add(evidence, features);
		return features;
	}

	static void add(RequestEvidence evidence, Features features) {
		var looked = new RequestStackingFeatures(features);
		looked.addPhrases(evidence.read(), evidence.parts());
		looked.addMachine(evidence.parts().machine());
		looked.addShape(evidence.statements());
		looked.addLeanings(evidence.read(), evidence.leanings());
	}

	private void add(String feature) {
		this.features.add(Fragment.of(feature));
	}

	private void addPhrases(Finding read, RequestParts parts) {
		add("read " + read.intent());
		add("read " + read.intent() + " " + percent(read.confidence()));
		for (var plea : parts.pleas()) {
			var where = plea.statement().isSubject() ? "subject" : "plea";
			var mark = plea.statement().isQuestion() ? "?" : "";
			add(where + " " + plea.intent() + " " + percent(plea.confidence()) + mark);
		}
		if (parts.informs()) {
			add("informs");
		}
	}

	private static long percent(double confidence) {
		return Math.round(confidence * 100);
	}

	private void addMachine(Machine machine) {
		add(machine.isBulk(), "bulk");
		add(machine.isSocial(), "social");
		add(machine.isProgram(), "program");
		add(machine.isOutside(), "outside");
		add(!machine.isPerson(), "office");
		add(machine.isOutside() && !machine.isPerson(), "outside office");
	}

	private void add(boolean is, String feature) {
		if (is) {
			add(feature);
		}
	}

	private void addShape(List<Statement> statements) {
		add(Scale.QUESTIONS, statements.stream().filter(Statement::isQuestion).count());
		add(Scale.WORDS, statements.stream().mapToInt((one) -> one.words().size()).sum());
		add(Scale.STATEMENTS, statements.size());
		add(!statements.isEmpty() && statements.getLast().isQuestion(), "ends in a question");
	}

	private void addLeanings(Finding read, Leanings leanings) {
		var order = leanings.order();
		add("leaning " + order.getFirst());
		add("leaning " + order.getFirst() + " before " + order.get(1));
		for (var intent : order) {
			var margin = leanings.margin(intent);
			this.features
				.add(Fragment.of("read " + read.intent() + " " + intent + " ").then(Scale.INTENT.coarse(margin)));
			var name = Fragment.of(intent + " ");
			Scale.INTENT.features(margin).forEach((step) -> this.features.add(name.then(step)));
		}
	}

	private void add(Scale scale, double value) {
		scale.features(value).forEach(this.features::add);
	}

}
