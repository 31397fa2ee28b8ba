package io.countersign.verdicts;

import java.util.List;

/**
 * VA-23: who shows the mail. Whoever may write into a mailbox can write a whole mail into
 * it, with the trace of servers, and nothing tells it from one that came. Whoever wants
 * the decision has a reason to, so an operator may ask for another witness.
 */
class WitnessGate implements Gate {

	private final Gate signature;

	private final LoneWitness alone;

	/**
	 * @param signature of its author, which nobody else can write
	 * @param alone what the word of whoever wants the decision comes to by itself
	 */
	WitnessGate(Gate signature, LoneWitness alone) {
		this.signature = signature;
		this.alone = alone;
	}

	@Override
	public String category() {
		return "witness";
	}

	@Override
	public String requirement() {
		return "VA-23";
	}

	@Override
	public List<String> fields() {
		return List.of("From", "Sender");
	}

	@Override
	public Finding judge(Reply reply) {
		if (reply.isSentByItsActor() || this.signature.judge(reply) instanceof Finding.Proven) {
			return Finding.pass("Its sender shows it himself.");
		}
		var requester = reply.matter().requester();
		if (reply.sightings().isEmpty() || requester.isEmpty()
				|| !reply.sightings().stream().allMatch((one) -> requester.get().equals(one.mailbox()))) {
			return Finding.pass("A mailbox shows it whose owner does not want the decision.");
		}
		return (this.alone == LoneWitness.HOLD)
				? Finding.hold("Nobody shows it but whoever wants the decision, who may write into his own mailbox.")
				: Finding.pass("Nobody shows it but whoever wants the decision, whose mailbox is believed here.");
	}

}
