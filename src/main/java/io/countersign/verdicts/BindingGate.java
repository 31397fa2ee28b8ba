package io.countersign.verdicts;

import java.util.List;

import io.countersign.cases.Ask;

/**
 * VA-4, VA-5: it answers a request that was put to its author, and what it names as a
 * question or a digest of ours is one.
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
	public List<String> fields() {
		return List.of("From", "In-Reply-To", "References");
	}

	@Override
	public Finding judge(Reply reply) {
		var digest = reply.matter().digest();
		if (digest.isPresent()) {
			return digest.get().fault().orElseGet(() -> listed(reply, digest.get()));
		}
		var fault = reply.matter()
			.question()
			.flatMap((question) -> question.fault(Verdicts.outcome(reply.reading()),
					reply.reading().condition().stream().toList()));
		return fault.orElseGet(() -> asked(reply));
	}

	/** A number stands for one request, and only its own person answers a list. */
	private static Finding listed(Reply reply, DigestAnswer digest) {
		var named = reply.namedAsks();
		var isOfCase = named.size() == 1
				&& reply.matter().asks().stream().anyMatch((one) -> one.id().equals(named.getFirst().id()));
		if (!isOfCase) {
			return Finding
				.refuse("Number %d of the digest stands for no request of this case.".formatted(digest.number()));
		}
		return reply.author().filter(named.getFirst().approver()::equals).isPresent()
				? Finding.pass("It answers number %d of the digest that was sent to its author, revision %d."
					.formatted(digest.number(), named.getFirst().revision()))
				: Finding.refuse("It answers a digest that was sent to somebody else.");
	}

	private static Finding asked(Reply reply) {
		var named = reply.namedAsks();
		if (named.stream().map(Ask::caseId).distinct().count() > 1) {
			return Finding.refuse("It names requests of more than one case.");
		}
		if (named.stream().map((one) -> reply.matter().standing().merged().contains(one.id())).distinct().count() > 1) {
			return Finding.refuse("It names requests of cases that were two, and one answer is not both.");
		}
		var ask = reply.ask();
		if (ask.isPresent() && reply.matter().asks().stream().noneMatch((one) -> one.id().equals(ask.get().id()))) {
			return Finding.refuse("It names a request of another case than the one its thread belongs to.");
		}
		if (ask.filter((one) -> named.stream().anyMatch((other) -> isAnotherUnderItsName(one, other))).isPresent()) {
			return Finding.hold("The mail it answers stands for two versions of what was asked.");
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

	/** Two mails that bear one Message-ID may put two things to the same person. */
	private static boolean isAnotherUnderItsName(Ask ask, Ask other) {
		return other.internetMessageId().equals(ask.internetMessageId()) && other.approver().equals(ask.approver())
				&& (other.revision() != ask.revision() || !other.documents().equals(ask.documents())
						|| !other.textSha256().equals(ask.textSha256()));
	}

}
