package io.countersign.reading;

import java.util.List;
import java.util.Set;

/**
 * What phrases have found in a mail, and how far all its words lean to each intent, as
 * one more model looks at it.
 */
final class RequestStackingFeatures {

	private final Features features = new Features();

	private RequestStackingFeatures() {
	}

	static Set<String> of(RequestEvidence evidence) {
		var features = new RequestStackingFeatures();
		features.addPhrases(evidence.read(), evidence.parts());
		features.addMachine(evidence.parts().machine());
		features.addShape(evidence.statements());
		features.addLeanings(evidence.read(), evidence.leanings());
		return features.features.all();
	}

	private void addPhrases(Finding read, RequestParts parts) {
		this.features.add("read " + read.intent());
		this.features.add("read %s %d".formatted(read.intent(), percent(read.confidence())));
		for (var plea : parts.pleas()) {
			var where = plea.statement().isSubject() ? "subject" : "plea";
			var mark = plea.statement().isQuestion() ? "?" : "";
			this.features.add("%s %s %d%s".formatted(where, plea.intent(), percent(plea.confidence()), mark));
		}
		if (parts.informs()) {
			this.features.add("informs");
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
			this.features.add(feature);
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
		this.features.add("leaning " + order.getFirst());
		this.features.add("leaning %s before %s".formatted(order.getFirst(), order.get(1)));
		for (var intent : order) {
			var margin = leanings.margin(intent);
			this.features.add("read %s %s %s".formatted(read.intent(), intent, Scale.INTENT.coarse(margin)));
			Scale.INTENT.features(margin).forEach((step) -> this.features.add(intent + " " + step));
		}
	}

	private void add(Scale scale, double value) {
		scale.features(value).forEach(this.features::add);
	}

}
