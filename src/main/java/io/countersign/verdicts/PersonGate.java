package io.countersign.verdicts;

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

}
