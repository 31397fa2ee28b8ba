package io.countersign.verdicts;

import java.util.Optional;

import io.countersign.identity.Person;

/** VA-8, for a mail that answers nothing: somebody of the directory has sent it himself. */
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
	public Finding judge(Reply reply) {
		var author = reply.author();
		if (author.flatMap((address) -> Optional.ofNullable(reply.people().get(address)))
			.filter(Person::inDirectory)
			.isEmpty()) {
			return Finding.hold("Its author is not in the directory.");
		}
		return reply.actor().equals(author) ? Finding.pass("Its author has sent it himself.")
				: Finding.hold("Somebody else sent it in the author's name.");
	}

}
