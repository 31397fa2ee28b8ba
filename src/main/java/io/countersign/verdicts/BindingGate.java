package io.countersign.verdicts;

import io.countersign.cases.Ask;

/**
 * VA-4, VA-5: it answers a request that was put to its author, and what it names as a
 * question of ours is one.
 */
class BindingGate implements Gate {

	@Override
	public String category() {
		return "binding";
	}

	@Override
	public String requirement() {
		return "VA-4";
	}

	@Override
	public Finding judge(Reply reply) {
		var fault = reply.matter()
			.question()
			.flatMap((question) -> question.fault(Verdicts.outcome(reply.reading()),
					reply.reading().condition().stream().toList()));
		return fault.orElseGet(() -> asked(reply));
	}

	private static Finding asked(Reply reply) {
		var named = reply.namedAsks();
		if (named.stream().map(Ask::caseId).distinct().count() > 1) {
			return Finding.refuse("It names requests of more than one case.");
		}
		var ask = reply.ask();
		if (ask.isPresent() && reply.matter().asks().stream().noneMatch((one) -> one.id().equals(ask.get().id()))) {
			return Finding.refuse("It names a request of another case than the one its thread belongs to.");
		}
		if (ask.isPresent()) {
			return Finding
				.pass("It names the request that was put to its author, revision %d.".formatted(ask.get().revision()));
		}
		if (!named.isEmpty()) {
			return Finding.refuse("It names requests that were put to somebody else only.");
		}
		return reply.likelyAsk().isPresent()
				? Finding.hold("It names no request; only the conversation or the subject ties it to the case.")
				: Finding.refuse("Nothing was asked of its author in this case.");
	}

}
