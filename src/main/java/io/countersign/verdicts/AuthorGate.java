package io.countersign.verdicts;

import java.util.List;

/**
 * VA-8, for a mail that answers nothing: nobody else has sent it in its author's name.
 */
class AuthorGate implements Gate {

	@Override
	public String category() {
		return "person";
	}

	@Override
	public String requirement() {
		return "VA-8";
	}

	@Override
	public List<String> fields() {
		return List.of("From", "Sender");
	}

	@Override
	public Finding judge(Reply reply) {
		return reply.author().isPresent() && reply.actor().equals(reply.author())
				? Finding.pass("Its author has sent it himself.")
				: Finding.hold("Somebody else sent it in the author's name.");
	}

}
