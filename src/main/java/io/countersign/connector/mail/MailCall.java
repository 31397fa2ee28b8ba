package io.countersign.connector.mail;

import java.io.IOException;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import jakarta.mail.MessagingException;

/** Something a mail server is asked to do. */
@FunctionalInterface
interface MailCall<T> {

	T make() throws MessagingException, IOException;

	/**
	 * Makes the call, and says in our words what became of it.
	 * @throws ConnectorException when it did not succeed, or nobody knows
	 */
	static <T> T of(EmailAddress mailbox, MailCall<T> call) {
		try {
			return call.make();
		}
		catch (MessagingException | IOException ex) {
			throw MailFault.said(mailbox, ex);
		}
	}

}
