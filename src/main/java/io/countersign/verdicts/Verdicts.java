package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;
import io.countersign.cases.Outcome;
import io.countersign.cases.Quote;
import io.countersign.identity.EmailAddress;
import io.countersign.reading.VerdictReading;

/**
 * Judges whether a reply decides. Pure: everything it looks at is in the {@link Reply}. A
 * gate that fails to answer holds.
 */
public class Verdicts {

	/**
	 * The gates that look at the mail alone come first, so that nothing else reads a
	 * broken one.
	 */
	private final List<Gate> gates;

	Verdicts(VerdictProperties properties) {
		this.gates = List.of(new StructureGate(), new AutomaticGate(), new BindingGate(), new StateGate(),
				new PersonGate(), new ProofGate(properties.sentItemsGrace(), properties.sentItemsPatience()),
				new ContentGate());
	}

	public Judgement judge(Reply reply) {
		if (reply.reading().label() == VerdictReading.Label.NONE) {
			return new Judgement.Silent(reply.reading().reasons().stream().findFirst().orElse("It gives no verdict."));
		}
		var results = new ArrayList<GateResult>();
		var holds = new ArrayList<String>();
		var waits = Optional.<String>empty();
		for (var gate : this.gates) {
			var finding = judged(gate, reply);
			results.add(new GateResult(gate.name(), finding.word(), finding.sentence()));
			switch (finding) {
				case Finding.Refuse refuse -> {
					return new Judgement.Refused(gate.category(), refuse.sentence(), results);
				}
				case Finding.Hold hold -> holds.add(hold.sentence());
				case Finding.Wait wait -> waits = Optional.of(wait.sentence());
				case Finding.Pass _ -> {
				}
			}
		}
		var ask = reply.likelyAsk();
		var author = reply.message().from();
		if (ask.isEmpty() || author.isEmpty()) {
			return new Judgement.Refused("binding", "Nothing ties it to a request.", results);
		}
		return concluded(reply, ask.get(), author.get().address(), results, holds, waits);
	}

	private static Judgement concluded(Reply reply, Ask ask, EmailAddress author, List<GateResult> results,
			List<String> holds, Optional<String> waits) {
		if (waits.isPresent()) {
			return new Judgement.Waiting(waits.get());
		}
		return holds.isEmpty() ? new Judgement.Accepted(decision(reply, ask, author, "A3", results))
				: new Judgement.Held(decision(reply, ask, author, "A1", results), List.copyOf(holds));
	}

	/** A fault in a gate never lets anything through. */
	private static Finding judged(Gate gate, Reply reply) {
		try {
			return gate.judge(reply);
		}
		catch (RuntimeException ex) {
			return Finding.hold("This could not be examined (%s).".formatted(ex.getClass().getSimpleName()));
		}
	}

	private static Decision decision(Reply reply, Ask ask, EmailAddress author, String level,
			List<GateResult> results) {
		var reading = reply.reading();
		var quote = reading.clues()
			.stream()
			.findFirst()
			.map((clue) -> new Quote(clue.span().start(), clue.span().end(), clue.quote(), clue.rule()));
		return new Decision(ask.id(), outcome(reading), ask.approver(), author, Decision.Method.MAIL_REPLY,
				reading.condition().stream().toList(), reading.delegateTo(), level, List.copyOf(results), quote,
				ask.documents(), Optional.of(reply.message().id()), reply.own().text(), reply.message().receivedAt());
	}

	/** An approval that names a condition is never a plain one. */
	private static Outcome outcome(VerdictReading reading) {
		return switch (reading.label()) {
			case APPROVED -> reading.condition().isPresent() ? Outcome.APPROVED_WITH_CONDITIONS : Outcome.APPROVED;
			case APPROVED_WITH_CONDITIONS -> Outcome.APPROVED_WITH_CONDITIONS;
			case REJECTED -> Outcome.REJECTED;
			case RETURNED -> Outcome.RETURNED;
			case DELEGATED -> Outcome.DELEGATED;
			case DEFERRED -> Outcome.DEFERRED;
			case NONE -> throw new IllegalArgumentException("No verdict has no outcome");
		};
	}

}
