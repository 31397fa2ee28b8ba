package io.countersign.connector.mail;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mail handed to an SMTP server, with whom the conversation has begun. */
final class Submission implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Submission.class);

	private static final Duration LATER = Duration.ofMinutes(1);

	private static final int NOT_NOW = 400;

	private static final int NEVER = 500;

	private final Session session;

	private final Transport transport;

	private final EmailAddress from;

	Submission(Session session, Transport transport, EmailAddress from) {
		this.session = session;
		this.transport = transport;
		this.from = from;
	}

	/**
	 * Hands the mail over, to its receivers and as a hidden copy to ourselves: the server
	 * takes it for all of them or for none, so the copy proves that it was taken when the
	 * server's own word for it is lost.
	 * @return why the server has certainly not taken it; nothing when it has
	 * @throws ConnectorException.Doubtful when nobody knows
	 */
	Optional<ConnectorException> send(byte[] mime) {
		try {
			var message = new MimeMessage(this.session, new ByteArrayInputStream(mime));
			var receivers = Stream.concat(Stream.of(message.getRecipients(Message.RecipientType.TO)),
					Stream.of(new InternetAddress(this.from.value())));
			this.transport.sendMessage(message, receivers.toArray(Address[]::new));
			return Optional.empty();
		}
		catch (SendFailedException ex) {
			return Optional.of(refusal(ex));
		}
		catch (MessagingException ex) {
			throw unknown(ex);
		}
	}

	/** Only a server's answer says for certain that it has not taken a mail. */
	private static ConnectorException refusal(SendFailedException failure) {
		var codes = codes(failure);
		if (codes.isEmpty() || codes.stream().anyMatch((code) -> code < NOT_NOW)) {
			throw unknown(failure);
		}
		var sentence = "The SMTP server did not take the mail: %d.".formatted(codes.getFirst());
		return codes.stream().allMatch((code) -> code >= NEVER) ? new ConnectorException.Refused(sentence)
				: new ConnectorException.Busy(sentence, LATER);
	}

	private static List<Integer> codes(SendFailedException failure) {
		var codes = new ArrayList<Integer>();
		for (Exception next = failure; next instanceof MessagingException mail; next = mail.getNextException()) {
			switch (next) {
				case SMTPSendFailedException sending -> codes.add(sending.getReturnCode());
				case SMTPAddressFailedException address -> codes.add(address.getReturnCode());
				default -> log.atDebug().setCause(next).log("A refusal without a code");
			}
		}
		return codes;
	}

	private static ConnectorException unknown(MessagingException failure) {
		return new ConnectorException.Doubtful("The SMTP server may have taken the mail; it did not say so.", failure);
	}

	@Override
	public void close() {
		try {
			this.transport.close();
		}
		catch (MessagingException ex) {
			log.atDebug().setCause(ex).log("A conversation by SMTP did not end in order");
		}
	}

}
