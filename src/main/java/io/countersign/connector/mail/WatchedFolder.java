package io.countersign.connector.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A folder that is read and not changed. */
final class WatchedFolder {

	private final EmailAddress mailbox;

	private final Folder kind;

	private final IMAPFolder folder;

	private final long validity;

	WatchedFolder(EmailAddress mailbox, Folder kind, IMAPFolder folder) throws MessagingException {
		this.mailbox = mailbox;
		this.kind = kind;
		this.folder = folder;
		this.validity = folder.getUIDValidity();
	}

	long validity() {
		return this.validity;
	}

	/** The mails behind that number, in the order they were filed. */
	List<Message> behind(long uid) {
		return MailCall.of(this.mailbox, () -> {
			var found = new ArrayList<Message>();
			for (var message : this.folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
				// The last mail of a folder answers to every number behind it.
				if (message != null && this.folder.getUID(message) > uid) {
					found.add(message);
				}
			}
			return found;
		});
	}

	/** What the server tells of these mails without opening them. */
	List<WatchedItem> items(List<Message> messages) {
		return MailCall.of(this.mailbox, () -> {
			var wanted = new FetchProfile();
			wanted.add(UIDFolder.FetchProfileItem.UID);
			wanted.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
			wanted.add(FetchProfile.Item.FLAGS);
			this.folder.fetch(messages.toArray(Message[]::new), wanted);
			var items = new ArrayList<WatchedItem>();
			for (var message : messages) {
				if (!message.isExpunged()) {
					items.add(item(message));
				}
			}
			return items;
		});
	}

	/** Nothing when it is gone, or its number meant another mail. */
	Optional<WatchedItem> find(String id) {
		var uid = uid(id);
		if (uid < 0) {
			return Optional.empty();
		}
		var found = MailCall.of(this.mailbox, () -> Optional.ofNullable(this.folder.getMessageByUID(uid)));
		return found.flatMap((message) -> items(List.of(message)).stream().findFirst());
	}

	private WatchedItem item(Message message) throws MessagingException {
		var uid = this.folder.getUID(message);
		var received = message.getReceivedDate();
		return new WatchedItem(this.mailbox, id() + uid, uid, (received != null) ? received.toInstant() : Instant.EPOCH,
				message.isSet(Flags.Flag.DRAFT), (IMAPMessage) message);
	}

	private long uid(String id) {
		return id.startsWith(id()) ? Long.parseLong(id.substring(id().length())) : -1;
	}

	private String id() {
		return "%s/%d/".formatted(this.kind.word(), this.validity);
	}

}
