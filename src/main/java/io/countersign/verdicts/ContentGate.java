package io.countersign.verdicts;

/** VA-17: its newly written words decide, clearly and in sight. */
class ContentGate implements Gate {

	@Override
	public String name() {
		return "content (VA-17)";
	}

	@Override
	public Finding judge(Reply reply) {
		if (!reply.own().hidden().isEmpty()) {
			return Finding.hold("It holds text that its reader cannot see.");
		}
		if (reply.reading().needsConfirmation()) {
			return Finding
				.hold(reply.reading().reasons().stream().findFirst().orElse("Its words are not clear enough."));
		}
		if (!reply.reading().items().isEmpty()) {
			return Finding.hold("It answers numbered points one by one.");
		}
		return Finding.pass("Its own words decide.");
	}

}
