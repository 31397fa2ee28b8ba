package io.countersign.verdicts;

import io.countersign.intake.ChatEvidence;
import io.countersign.intake.ChatEvidence.Author;

/** VA-22: the account that wrote it is in our own tenant, and in no other. */
class ChatTenantGate implements Gate {

	private final Trust trust;

	ChatTenantGate(Trust trust) {
		this.trust = trust;
	}

	@Override
	public String category() {
		return "tenant";
	}

	@Override
	public String requirement() {
		return "VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		var ours = this.trust.tenant();
		if (ours.isEmpty()) {
			return Finding.hold("Nobody has said which tenant is ours.");
		}
		var written = reply.message().chat().flatMap(ChatEvidence::author).flatMap(Author::tenant);
		if (written.isEmpty()) {
			return Finding.hold("Teams does not say in which tenant the account is that wrote it.");
		}
		return written.get().equalsIgnoreCase(ours.get()) ? Finding.pass("The account that wrote it is in our tenant.")
				: Finding.hold("The account that wrote it is in another tenant.");
	}

}
