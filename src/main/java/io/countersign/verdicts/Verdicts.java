package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import io.countersign.cases.Quote;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.AutomaticMark;
import io.countersign.reading.VerdictReading;

/**
 * Judges whether a reply decides. Pure: everything it looks at is in the {@link Reply}.
 */
class Verdicts {

	/** Every gate, in the order in which a refusal is reported. */
	private final List<Gate> gates;

	/** The same for what was said in a chat (VA-22). */
	private final List<Gate> ofChats;

	Verdicts(VerdictProperties policy) {
		var trust = policy.trust();
		var proof = new ProofGate(policy.sentItemsGrace(), policy.sentItemsPatience(), trust.proof());
		var signature = new SignatureGate(policy.unknownRevocation());
		var automatic = new AutomaticGate(AutomaticMark::barring);
		this.gates = Stream.of(
				Stream.of(new StructureGate(), automatic, new BindingGate(), new VersionGate(),
						new StateGate(policy.asksStand()), new RepeatGate(), new PersonGate(), new MandateGate(), proof,
						new FilterGate(trust), new ReplayGate(policy.clockDifference(), trust), signature),
				Optional.ofNullable(policy.loneWitness()).map((alone) -> new WitnessGate(signature, alone)).stream(),
				Stream.of(new ContentGate(),
						new StrictnessGate(List.of(proof, signature), policy.leastProof(), policy.costly())))
			.<Gate>flatMap((some) -> some)
			.toList();
		var author = new ChatAuthorGate();
		this.ofChats = List.of(author, new ChatTenantGate(trust), new ChatMemberGate(trust), new ChatWordsGate(),
				new ChatVersionGate(), new ChatBindingGate(), new ChatRevisionGate(), new StateGate(policy.asksStand()),
				new RepeatGate(), new PersonGate(), new ContentGate(),
				new StrictnessGate(List.of(author), policy.leastProof(), policy.costly()));
	}

	Judgement judge(Reply reply) {
		if (reply.reading().label() == VerdictReading.Label.NONE) {
			return new Judgement.Silent(reply.reading().reasons().stream().findFirst().orElse("It gives no verdict."));
		}
		var inChat = reply.message().chat().isPresent();
		var run = GateRun.of(inChat ? this.ofChats : this.gates, reply);
		if (run.refusal().isPresent()) {
			return new Judgement.Refused(run.refusal().get(), run.results());
		}
		var ask = reply.likelyAsk();
		var actor = reply.actor().or(reply::author);
		if (ask.isEmpty() || actor.isEmpty()) {
			return new Judgement.Refused(new Judgement.Reason("binding", "Nothing ties it to a request."),
					run.results());
		}
		return concluded(reply, ask.get(), actor.get(), run);
	}

	private static Judgement concluded(Reply reply, Ask ask, EmailAddress actor, GateRun run) {
		if (run.await().isPresent()) {
			return new Judgement.Waiting(run.await().get());
		}
		if (!run.holds().isEmpty()) {
			return new Judgement.Held(decision(reply, ask, actor, ProofLevel.A1, run), run.holds());
		}
		return new Judgement.Accepted(decision(reply, ask, actor, run.level(), run));
	}

	private static Decision decision(Reply reply, Ask ask, EmailAddress actor, ProofLevel level, GateRun run) {
		var reading = reply.reading();
		var quote = reading.clues()
			.stream()
			.findFirst()
			.map((clue) -> new Quote(clue.span().start(), clue.span().end(), clue.quote(), clue.rule()));
		var method = reply.message().chat().isPresent() ? Decision.Method.CHAT : Decision.Method.MAIL_REPLY;
		return new Decision(ask.id(), outcome(reading), ask.approver(), actor, method,
				reading.condition().stream().toList(), reading.delegateTo(), level.name(), run.results(), quote,
				ask.documents(), Optional.of(reply.message().id()), comment(reply), reply.message().receivedAt());
	}

	/** What is said of other numbers of a digest is nothing to this case. */
	private static String comment(Reply reply) {
		return reply.matter().digest().map(DigestAnswer::words).orElseGet(() -> reply.own().text());
	}

	/** An approval that names a condition is never a plain one. */
	static Outcome outcome(VerdictReading reading) {
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
