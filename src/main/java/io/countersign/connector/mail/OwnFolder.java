package io.countersign.connector.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.connector.ConnectorException;
import io.countersign.connector.spi.ReplyMime;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.InternetMessageId;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of our own mailbox, in which mails are known by their Message-ID, and those we
 * have written also by their key.
 */
final class OwnFolder implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(OwnFolder.class);

	private static final String MESSAGE_ID = "Message-ID";

	private static final int LARGEST = 1 << 24;

	private final EmailAddress mailbox;

	private final IMAPFolder folder;

	OwnFolder(EmailAddress mailbox, IMAPFolder folder) {
		this.mailbox = mailbox;
		this.folder = folder;
	}

	boolean holds(String internetMessageId) {
		return MailCall.of(this.mailbox, () -> !search(internetMessageId).isEmpty());
	}

	/** The Message-ID of the mail that was written under this key. */
	Optional<String> named(String key) {
		return MailCall.of(this.mailbox, () -> {
			for (var message : search(ReplyMime.KEY, key)) {
				var id = Optional.ofNullable(message.getMessageID()).flatMap(InternetMessageId::normalise);
				if (id.isPresent()) {
					return id;
				}
			}
			return Optional.empty();
		});
	}

	Optional<byte[]> find(String internetMessageId) {
		return MailCall.of(this.mailbox, () -> {
			var found = search(internetMessageId);
			return found.isEmpty() ? Optional.empty() : Optional.of(bytes(found.getFirst()));
		});
	}

	void append(byte[] mime, Flags.Flag... flags) {
		MailCall.of(this.mailbox, () -> {
			var message = new MimeMessage((Session) null, new ByteArrayInputStream(mime));
			for (var flag : flags) {
				message.setFlag(flag, true);
			}
			this.folder.appendMessages(new Message[] { message });
			return this.folder;
		});
	}

	/**
	 * Answers false when it was not there, or somebody else has removed it.
	 */
	boolean remove(String internetMessageId) {
		return MailCall.of(this.mailbox, () -> {
			var found = search(internetMessageId);
			for (var message : found) {
				message.setFlag(Flags.Flag.DELETED, true);
			}
			return !found.isEmpty() && this.folder.expunge().length >= found.size();
		});
	}

	private List<IMAPMessage> search(String internetMessageId) throws MessagingException {
		return search(MESSAGE_ID, "<" + internetMessageId + ">");
	}

	/** A server may find more than the very value. */
	private List<IMAPMessage> search(String field, String wanted) throws MessagingException {
		var found = new ArrayList<IMAPMessage>();
		for (var message : this.folder.search(new HeaderTerm(field, wanted))) {
			var ids = message.getHeader(field);
			if (ids != null && ids.length == 1 && ids[0].strip().equals(wanted)) {
				found.add((IMAPMessage) message);
			}
		}
		return found;
	}

	private static byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
		try (var mime = message.getMimeStream()) {
			var bytes = mime.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) {
				throw new ConnectorException.Refused("A mail of our own is larger than any we write.");
			}
			return bytes;
		}
	}

	/** Nothing is removed by closing, and what was done is done without it. */
	@Override
	public void close() {
		try {
			if (this.folder.isOpen()) {
				this.folder.close(false);
			}
		}
		catch (MessagingException ex) {
			log.atDebug().setCause(ex).log("A folder was not closed in order");
		}
	}

}
