package io.countersign.verdicts;

/**
 * VA-4, VA-6 in a chat: what it answers was said about the newest version. A mail names
 * the version it answers; a chat does not.
 */
class ChatRevisionGate implements Gate {

	@Override
	public String category() {
		return "revision";
	}

	@Override
	public String requirement() {
		return "VA-4, VA-21";
	}

	@Override
	public Finding judge(Reply reply) {
		var ask = reply.ask();
		if (ask.isEmpty()) {
			return Finding.hold("It is not known which version it is about.");
		}
		var newest = reply.matter().asks().stream().mapToInt((one) -> one.revision()).max().orElse(0);
		if (ask.get().revision() != newest) {
			return Finding.hold("A newer version had been asked about than the one it may be about.");
		}
		return reply.matter().unasked().isEmpty()
				? Finding.pass("It is about revision %d, the newest.".formatted(ask.get().revision()))
				: Finding.hold("A newer version has come that nobody was asked about.");
	}

}
