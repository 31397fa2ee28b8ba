package io.countersign.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.Pointers.Attached;
import io.countersign.identity.EmailAddress;

/**
 * What Microsoft Graph says about a message of a chat, which stands where a mail has its
 * header. The gates of a verdict judge by it.
 *
 * @param messageId has its meaning in its chat only
 * @param etag names this version of it
 * @param author empty where it says of nobody, or of more than one, that he wrote it
 * @param members of the chat when it was read
 * @param modifiedAt rises with every version, also by a mark of somebody else
 * @param answers the messages of the chat it answers, by their ids
 * @param carried what it has besides its own words
 * @param files that are attached to it: they lie in the cloud, and it has their addresses
 */
public record ChatEvidence(String chatId, String topic, String messageId, String etag, Optional<Author> author,
		List<Member> members, Instant createdAt, Instant modifiedAt, Optional<Instant> editedAt,
		Optional<Instant> deletedAt, List<String> answers, Set<Carried> carried, List<Attached> files) {

	/** What a message may have besides its own words. */
	public enum Carried {

		/** Another message that was passed on. */
		FORWARDED,
		/** Words of somebody else, among its own. */
		QUOTED,
		/** A card, or anything else we do not know. */
		CARD

	}

	public ChatEvidence {
		members = List.copyOf(members);
		answers = List.copyOf(answers);
		carried = Set.copyOf(carried);
		// What an older software kept says nothing of them.
		files = (files != null) ? List.copyOf(files) : List.of();
	}

	/**
	 * What all versions of the message have in common, and no mail can have for an id.
	 */
	public String key() {
		return key(this.messageId);
	}

	/** The same of another message of the chat. */
	public String key(String message) {
		return "chat %s/%s".formatted(this.chatId, message);
	}

	public boolean isDeleted() {
		return this.deletedAt.isPresent();
	}

	/**
	 * Who wrote it.
	 *
	 * @param person whether it is somebody's account and no program
	 * @param id of the account or the program
	 * @param kind as Graph calls it, such as {@code aadUser}; empty where it says nothing
	 * @param tenant the account is in
	 * @param displayName as Graph shows it; it proves nothing
	 */
	public record Author(boolean person, String id, String kind, Optional<String> tenant, String displayName) {
	}

	/**
	 * Somebody in the chat.
	 *
	 * @param address his account's in the directory, where it is there
	 */
	public record Member(String id, Optional<String> tenant, Set<String> roles, Optional<EmailAddress> address) {

		public Member {
			roles = Set.copyOf(roles);
		}

	}

}
