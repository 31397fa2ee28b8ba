package io.countersign.verdicts;

import io.countersign.intake.ChatEvidence.Carried;
import io.countersign.reading.VerdictReading;

/** VA-22: it holds its author's words only, and what they say can be said in a chat. */
class ChatWordsGate implements Gate {

	@Override
	public String category() {
		return "quotation";
	}

	@Override
	public String requirement() {
		return "VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		var carried = reply.message().chat().orElseThrow().carried();
		if (carried.contains(Carried.FORWARDED)) {
			return Finding.hold("It passes on a message of somebody.");
		}
		if (carried.contains(Carried.QUOTED) || !reply.own().answers().isEmpty()) {
			return Finding.hold("It quotes words among its own.");
		}
		if (carried.contains(Carried.CARD)) {
			return Finding.hold("It carries a card, or something else besides words.");
		}
		return (reply.reading().label() == VerdictReading.Label.DELEGATED)
				? Finding.hold("A decision is passed on by mail, not in a chat.")
				: Finding.pass("It holds no words of anybody else.");
	}

}
