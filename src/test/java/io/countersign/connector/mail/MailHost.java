package io.countersign.connector.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.scenario.Correspondent;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** An SMTP and an IMAP server of one's own, with a mailbox for whoever is named. */
public final class MailHost implements AutoCloseable {

	static final String PASSWORD = "the password of everybody here";

	private final GreenMail servers = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
					new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP) });

	public MailHost() {
		this.servers.start();
	}

	/**
	 * What the product has to be told of these servers.
	 * @param smtpPort where it finds SMTP, which may be something in between
	 * @param user whose password submits mail
	 */
	public Map<String, String> settings(int smtpPort, String user) {
		return Map.ofEntries(Map.entry("countersign.connector.kind", "mail"),
				Map.entry("countersign.mail.imap.host", "localhost"),
				Map.entry("countersign.mail.imap.port", Integer.toString(imapPort())),
				Map.entry("countersign.mail.imap.security", "none"),
				Map.entry("countersign.mail.imap.password", PASSWORD),
				Map.entry("countersign.mail.smtp.host", "localhost"),
				Map.entry("countersign.mail.smtp.port", Integer.toString(smtpPort)),
				Map.entry("countersign.mail.smtp.security", "none"), Map.entry("countersign.mail.smtp.user", user),
				Map.entry("countersign.mail.smtp.password", PASSWORD));
	}

	public int smtpPort() {
		return this.servers.getSmtp().getPort();
	}

	int imapPort() {
		return this.servers.getImap().getPort();
	}

	public void deliver(Correspondent receiver, byte[] mime) {
		user(receiver.address()).deliver(message(mime));
	}

	public void file(Correspondent person, String folder, byte[] mime) {
		file(person, folder, mime, new Date(), Flags.Flag.SEEN);
	}

	/** Whoever files a mail may say when it came (RFC 9051 section 6.3.12). */
	void file(Correspondent person, String folder, byte[] mime, Date received, Flags.Flag flag) {
		folder(person, folder).appendMessage(message(mime), new Flags(flag), received);
	}

	/** The folder is made anew, and its numbers with it. */
	void rebuild(Correspondent person, String name) {
		var mails = folder(person, name).getMessages().stream().map(MailHost::bytes).toList();
		try {
			this.servers.getManagers().getImapHostManager().deleteMailbox(user(person.address()), name);
			OnPremises.soon().pollDelay(Duration.ofMillis(20)).until(() -> true);
			mails.forEach((mime) -> file(person, name, mime));
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	long validity(Correspondent person, String folder) {
		return folder(person, folder).getUidValidity();
	}

	/** Every mail of the mailbox by folder and number: its bytes and its flags. */
	TreeMap<String, String> snapshot(Correspondent person) {
		var items = new TreeMap<String, String>();
		for (var name : List.of("INBOX", "Sent")) {
			folder(person, name).getMessages()
				.forEach((mail) -> items.put(name + "/" + mail.getUid(),
						mail.getFlags() + "\n" + new String(bytes(mail), StandardCharsets.ISO_8859_1)));
		}
		return items;
	}

	List<String> folders(Correspondent person) {
		try {
			return this.servers.getManagers()
				.getImapHostManager()
				.listMailboxes(user(person.address()), "*")
				.stream()
				.map(MailFolder::getName)
				.toList();
		}
		catch (FolderException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The raw mails in a folder. */
	List<String> mails(String mailbox, String folder) {
		return folder(mailbox, folder).getMessages()
			.stream()
			.map((mail) -> new String(bytes(mail), StandardCharsets.ISO_8859_1))
			.toList();
	}

	void empty(String mailbox, String folder) {
		folder(mailbox, folder).deleteAllMessages();
	}

	/** Whose mailbox is there from now on, empty, and with a folder for what he sends. */
	public void opens(Correspondent person) {
		user(person.address());
		folder(person, "Sent");
	}

	@Override
	public void close() {
		this.servers.stop();
	}

	GreenMailUser user(String address) {
		return this.servers.setUser(address, address, PASSWORD);
	}

	MailFolder folder(Correspondent person, String name) {
		return folder(person.address(), name);
	}

	private MailFolder folder(String mailbox, String name) {
		var folders = this.servers.getManagers().getImapHostManager();
		try {
			var user = user(mailbox);
			var found = folders.getFolder(user, name);
			return (found != null) ? found : folders.createMailbox(user, name);
		}
		catch (FolderException | AuthorizationException ex) {
			throw new AssertionError(ex);
		}
	}

	private static MimeMessage message(byte[] mime) {
		try {
			return new MimeMessage((Session) null, new ByteArrayInputStream(mime));
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static byte[] bytes(StoredMessage mail) {
		try {
			var bytes = new ByteArrayOutputStream();
			mail.getMimeMessage().writeTo(bytes);
			return bytes.toByteArray();
		}
		catch (MessagingException ex) {
			throw new AssertionError(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
