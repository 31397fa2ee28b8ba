package io.countersign.connector.mail;

import java.util.Properties;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import jakarta.mail.Session;

import org.springframework.stereotype.Component;

/**
 * Opens mailboxes and hands in mail. A server that cannot prove by its certificate that
 * it has the configured name is not talked to (IN-17).
 */
@ThroughMail
@Component
class MailServers {

	/** What one answer of the server brings of a mail. */
	private static final int BLOCK = 1 << 18;

	private final MailProperties properties;

	private final Session session;

	MailServers(MailProperties properties) {
		this.properties = properties;
		this.session = Session.getInstance(settings(properties));
	}

	/** The caller closes it. */
	OpenMailbox open(EmailAddress mailbox) {
		var imap = this.properties.imap();
		var login = this.properties.login(mailbox)
			.orElseThrow(() -> new ConnectorException.Refused(
					"There is no password for %s: countersign.mail.accounts does not list it and countersign.mail.imap.password is not set."
						.formatted(mailbox)));
		return MailCall.of(mailbox, () -> {
			var store = this.session.getStore("imap");
			store.connect(imap.host(), imap.port(), login.user(), login.password().value());
			return new OpenMailbox(mailbox, store, imap);
		});
	}

	/** The caller closes it. */
	Submission submit(EmailAddress from) {
		var smtp = this.properties.smtp();
		var password = smtp.password();
		return MailCall.of(from, () -> {
			var transport = this.session.getTransport("smtp");
			transport.connect(smtp.host(), smtp.port(), smtp.user(), (password != null) ? password.value() : null);
			return new Submission(this.session, transport, from);
		});
	}

	private static Properties settings(MailProperties properties) {
		var settings = new Properties();
		secure(settings, "mail.imap.", properties.imap().security(), properties);
		settings.setProperty("mail.imap.peek", "true");
		settings.setProperty("mail.imap.fetchsize", Integer.toString(BLOCK));
		// A size the server has wrong would cut the mail.
		settings.setProperty("mail.imap.ignorebodystructuresize", "true");
		secure(settings, "mail.smtp.", properties.smtp().security(), properties);
		settings.setProperty("mail.smtp.auth", Boolean.toString(properties.smtp().user() != null));
		settings.setProperty("mail.smtp.quitwait", "false");
		return settings;
	}

	private static void secure(Properties settings, String prefix, MailProperties.Security security,
			MailProperties properties) {
		settings.setProperty(prefix + "ssl.enable", Boolean.toString(security == MailProperties.Security.TLS));
		settings.setProperty(prefix + "ssl.checkserveridentity", "true");
		var starttls = Boolean.toString(security == MailProperties.Security.STARTTLS);
		settings.setProperty(prefix + "starttls.enable", starttls);
		settings.setProperty(prefix + "starttls.required", starttls);
		var patience = Long.toString(properties.timeout().toMillis());
		settings.setProperty(prefix + "connectiontimeout", patience);
		settings.setProperty(prefix + "timeout", patience);
		settings.setProperty(prefix + "writetimeout", patience);
	}

}
