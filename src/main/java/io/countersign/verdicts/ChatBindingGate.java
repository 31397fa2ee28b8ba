package io.countersign.verdicts;

/**
 * VA-4 in a chat, where nobody answers a mail of ours: its author was asked, and its
 * words belong to that request and to nothing else that was said.
 */
class ChatBindingGate implements Gate {

	@Override
	public String category() {
		return "binding";
	}

	@Override
	public String requirement() {
		return "VA-4, VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		if (reply.likelyAsk().isEmpty()) {
			return Finding.refuse("Nothing was asked of its author in this case.");
		}
		var ground = reply.ground().orElseThrow();
		if (!ground.complete()) {
			return Finding.hold("It is not known whether all that was said before it is on record.");
		}
		if (ground.bond() == ChatGround.Bond.LOOSE) {
			return Finding.hold("Only the chat as a whole ties it to the case; it may answer something else.");
		}
		if (!ground.asks()) {
			return Finding.hold("What it answers names the case, but does not clearly ask for the decision.");
		}
		return reply.ask().isPresent() ? Finding.pass(switch (ground.bond()) {
			case NAMES -> "It names the case itself.";
			case ANSWERS -> "It answers a message that asks and names the case.";
			case FOLLOWS -> "It stands right behind a message that asks and names the case.";
			case LOOSE -> throw new IllegalStateException();
		}) : Finding.hold("Its author was asked only after what it answers had been written.");
	}

}
