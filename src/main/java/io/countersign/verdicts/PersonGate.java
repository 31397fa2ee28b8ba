package io.countersign.verdicts;

/**
 * VA-8 and VA-9: its author is the person who was asked, and nobody sent it in that name.
 */
class PersonGate implements Gate {

	@Override
	public String category() {
		return "person";
	}

	@Override
	public String requirement() {
		return "VA-8, VA-9";
	}

	@Override
	public Finding judge(Reply reply) {
		var from = reply.message().from();
		if (from.isEmpty()) {
			return Finding.refuse("It has no author.");
		}
		var person = reply.people().get(from.get().address());
		if (person == null || !person.inDirectory()) {
			return Finding.refuse("Its author is not in the directory.");
		}
		if (reply.likelyAsk().isEmpty()) {
			return Finding.refuse("Its author was not asked.");
		}
		var sender = reply.message().sender();
		if (reply.message().evidence().has("Sender")
				&& (sender.isEmpty() || !sender.get().address().equals(from.get().address()))) {
			return Finding.hold("Somebody else sent it in the author's name.");
		}
		return Finding.pass("Its author is the person who was asked, by the directory's address.");
	}

}
