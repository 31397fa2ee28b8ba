package io.countersign.verdicts;

import java.util.List;

import io.countersign.intake.ChatEvidence;
import io.countersign.intake.ChatEvidence.Author;
import io.countersign.intake.ChatEvidence.Member;

/**
 * VA-22: it was written by a member of the house, and by no guest: so say Teams of the
 * account, the chat of its member and the directory of its person.
 */
class ChatMemberGate implements Gate {

	/** What Teams calls an account of Entra ID that is no guest of the meeting only. */
	private static final String ACCOUNT = "aadUser";

	private final Trust trust;

	ChatMemberGate(Trust trust) {
		this.trust = trust;
	}

	@Override
	public String category() {
		return "member";
	}

	@Override
	public String requirement() {
		return "VA-22";
	}

	@Override
	public Finding judge(Reply reply) {
		var chat = reply.message().chat().orElseThrow();
		var author = chat.author();
		if (author.filter((one) -> one.kind().equals(ACCOUNT)).isEmpty()) {
			return Finding.hold("Teams does not call its author a user of an organisation.");
		}
		var listed = listed(chat, author.get());
		if (listed.isEmpty()) {
			return Finding.hold("Its author was not in the list of the chat's members.");
		}
		if (listed.stream().anyMatch((member) -> !isOfOurs(member))) {
			return Finding.hold("The chat has its author as a guest, or as somebody of another tenant.");
		}
		return reply.ground().flatMap(ChatGround::author).filter((entry) -> entry.member()).isPresent()
				? Finding.pass("Its author is a member of the house and no guest.")
				: Finding.hold("The directory does not say that its author is a member and no guest.");
	}

	private static List<Member> listed(ChatEvidence chat, Author author) {
		return chat.members().stream().filter((member) -> member.id().equals(author.id())).toList();
	}

	private boolean isOfOurs(Member member) {
		return member.roles().stream().noneMatch((role) -> role.equalsIgnoreCase("guest"))
				&& member.tenant().isPresent()
				&& this.trust.tenant().filter(member.tenant().get()::equalsIgnoreCase).isPresent();
	}

}
