package io.countersign.connector.mail;

import java.util.stream.Stream;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mailbox for as long as one connection lasts. Which folder holds what is sent says the
 * server (RFC 6154) or else the configuration.
 */
final class OpenMailbox implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(OpenMailbox.class);

	private final EmailAddress mailbox;

	private final Store store;

	private final MailProperties.Imap names;

	OpenMailbox(EmailAddress mailbox, Store store, MailProperties.Imap names) {
		this.mailbox = mailbox;
		this.store = store;
		this.names = names;
	}

	/** Opens a folder so that the server itself lets nothing be changed (IN-18). */
	WatchedFolder examine(Folder folder) {
		return MailCall.of(this.mailbox, () -> {
			var found = switch (folder) {
				case INBOX -> named("INBOX");
				case SENT -> special("\\Sent", this.names.sent());
				case CHATS -> throw new ConnectorException.Refused("A mail server has no chats.");
			};
			found.open(jakarta.mail.Folder.READ_ONLY);
			return new WatchedFolder(this.mailbox, folder, found);
		});
	}

	OwnFolder inbox() {
		return own(() -> named("INBOX"));
	}

	OwnFolder sent() {
		return own(() -> special("\\Sent", this.names.sent()));
	}

	OwnFolder drafts() {
		return own(() -> special("\\Drafts", this.names.drafts()));
	}

	private OwnFolder own(MailCall<IMAPFolder> finding) {
		return MailCall.of(this.mailbox, () -> {
			var found = finding.make();
			if (!found.exists()) {
				found.create(jakarta.mail.Folder.HOLDS_MESSAGES);
			}
			found.open(jakarta.mail.Folder.READ_WRITE);
			return new OwnFolder(this.mailbox, found);
		});
	}

	private IMAPFolder special(String attribute, String otherwise) throws MessagingException {
		for (var folder : this.store.getDefaultFolder().list("*")) {
			if (folder instanceof IMAPFolder listed
					&& Stream.of(listed.getAttributes()).anyMatch(attribute::equalsIgnoreCase)) {
				return listed;
			}
		}
		return named(otherwise);
	}

	private IMAPFolder named(String name) throws MessagingException {
		return (IMAPFolder) this.store.getFolder(name);
	}

	/** What was done is done, whether the server hears the farewell or not. */
	@Override
	public void close() {
		try {
			this.store.close();
		}
		catch (MessagingException ex) {
			log.atDebug().setCause(ex).log("A mailbox was not closed in order");
		}
	}

}
