package io.countersign.verdicts;

import java.util.Optional;

import io.countersign.intake.ChatEvidence;

/**
 * VA-22: whose account has written it says Graph, and who that is says our directory. The
 * names that are shown with it count for nothing.
 */
class ChatAuthorGate implements Gate {

	@Override
	public String category() {
		return "author";
	}

	@Override
	public String requirement() {
		return "VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		var author = reply.message().chat().flatMap(ChatEvidence::author);
		if (author.isEmpty()) {
			return Finding.hold("Teams does not say of one account that it wrote it.");
		}
		if (!author.get().person()) {
			return Finding.hold("A program wrote it.");
		}
		var known = reply.ground().flatMap(ChatGround::author).filter((entry) -> entry.id().equals(author.get().id()));
		if (known.isEmpty() || !Optional.of(known.get().address()).equals(reply.author())) {
			return Finding.hold("The account that wrote it is not in the directory.");
		}
		return new Finding.Proven(ProofLevel.A3,
				"Teams names the account of %s as its author.".formatted(known.get().address()));
	}

}
