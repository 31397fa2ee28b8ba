package io.countersign.verdicts;

import io.countersign.identity.Person;
import io.countersign.intake.Party;

/**
 * VA-8: its author is the person who was asked, or somebody who may answer for that
 * person. The From address alone says who the author is.
 */
class PersonGate implements Gate {

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
		if (author.isEmpty()) {
			return Finding.refuse("It has no author.");
		}
		var person = reply.people().get(author.get());
		if (person == null || !person.inDirectory()) {
			return Finding.refuse("Its author is not in the directory.");
		}
		if (isCalledAfterAnother(reply, person)) {
			return Finding.hold("It shows the name of somebody else than its author.");
		}
		var ask = reply.likelyAsk();
		if (ask.isEmpty()) {
			return Finding.refuse("Its author was not asked and holds no mandate of anybody who was.");
		}
		if (ask.get().approver().equals(author.get())) {
			return Finding.pass("Its author %s is the person who was asked.".formatted(author.get()));
		}
		// A mandate is read by who has sent it, and this one is its author's only then.
		return reply.actor().equals(author)
				? Finding.pass("Its author %s holds a mandate of %s, who was asked.".formatted(author.get(),
						ask.get().approver()))
				: Finding.refuse("Its author was not asked, and somebody else has sent it in the author's name.");
	}

	/** A name proves nothing, and people read it before they read the address. */
	private static boolean isCalledAfterAnother(Reply reply, Person author) {
		var shown = reply.message().from().map(Party::displayName).orElse("").strip();
		return !shown.equalsIgnoreCase(author.displayName().strip()) && reply.people()
			.values()
			.stream()
			.anyMatch((one) -> !one.address().equals(author.address())
					&& shown.equalsIgnoreCase(one.displayName().strip()));
	}

}
