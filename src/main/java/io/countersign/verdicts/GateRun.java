package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.GateResult;
import io.countersign.documents.ContentsAway;
import io.countersign.intake.HeaderField;

/** What every gate says about one reply. A gate that fails to answer holds. */
final class GateRun {

	private final List<GateResult> results = new ArrayList<>();

	private final List<Judgement.Reason> holds = new ArrayList<>();

	private Optional<Judgement.Reason> refusal = Optional.empty();

	private Optional<String> wait = Optional.empty();

	private ProofLevel level = ProofLevel.A1;

	static GateRun of(List<Gate> gates, Reply reply) {
		var run = new GateRun();
		gates.forEach((gate) -> run.take(gate, finding(gate, reply), fields(gate, reply)));
		return run;
	}

	List<GateResult> results() {
		return List.copyOf(this.results);
	}

	/** The first gate that refuses decides. */
	Optional<Judgement.Reason> refusal() {
		return this.refusal;
	}

	Optional<String> await() {
		return this.wait;
	}

	List<Judgement.Reason> holds() {
		return List.copyOf(this.holds);
	}

	ProofLevel level() {
		return this.level;
	}

	private static Finding finding(Gate gate, Reply reply) {
		try {
			return gate.judge(reply);
		}
		catch (ContentsAway ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return Finding.hold("This could not be examined (%s).".formatted(ex.getClass().getSimpleName()));
		}
	}

	/** Those that the mail has, in its order. */
	private static List<String> fields(Gate gate, Reply reply) {
		var names = gate.fields();
		return names.isEmpty() ? List.of()
				: reply.message()
					.evidence()
					.header()
					.stream()
					.filter((field) -> names.stream().anyMatch(field::isAmong))
					.map(HeaderField::name)
					.distinct()
					.toList();
	}

	private void take(Gate gate, Finding finding, List<String> fields) {
		this.results.add(new GateResult(gate.name(), finding.word(), finding.sentence(), fields));
		var reason = new Judgement.Reason(gate.category(), finding.sentence());
		switch (finding) {
			case Finding.Refuse _ -> this.refusal = this.refusal.or(() -> Optional.of(reason));
			case Finding.Hold _ -> this.holds.add(reason);
			case Finding.Wait wait -> this.wait = Optional.of(wait.sentence());
			case Finding.Proven proven -> this.level = proven.level();
			case Finding.Pass _ -> {
			}
		}
	}

}
