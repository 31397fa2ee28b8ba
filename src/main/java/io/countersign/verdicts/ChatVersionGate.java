package io.countersign.verdicts;

/** VA-22: it stands as it was written first, and in one version only. */
class ChatVersionGate implements Gate {

	@Override
	public String category() {
		return "version";
	}

	@Override
	public String requirement() {
		return "VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		var chat = reply.message().chat().orElseThrow();
		if (chat.isDeleted()) {
			return Finding.hold("Its author has deleted it.");
		}
		if (chat.editedAt().isPresent()) {
			return Finding.hold("It was changed after it had been written.");
		}
		return reply.ground().orElseThrow().alone() ? Finding.pass("It stands as it was written.")
				: Finding.hold("There is another version of it.");
	}

}
