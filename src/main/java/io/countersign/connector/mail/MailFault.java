package io.countersign.connector.mail;

import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLException;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** What a mail server's refusal or silence means to us. */
final class MailFault {

	/** A password that was changed here or there is soon changed at the other end too. */
	private static final Duration LOGIN_AGAIN = Duration.ofMinutes(5);

	private MailFault() {
	}

	static ConnectorException said(EmailAddress mailbox, Exception failure) {
		if (find(failure, AuthenticationFailedException.class).isPresent()) {
			return new ConnectorException.Busy("The mail server does not accept our login for %s.".formatted(mailbox),
					LOGIN_AGAIN);
		}
		if (failure instanceof FolderNotFoundException missing) {
			return new ConnectorException.Gone(
					"%s has no folder %s.".formatted(mailbox, missing.getFolder().getFullName()));
		}
		if (find(failure, MessageRemovedException.class).isPresent()) {
			return new ConnectorException.Gone("The mail is not in the mailbox any more.");
		}
		var insecure = find(failure, SSLException.class);
		if (insecure.isPresent()) {
			return new ConnectorException.Doubtful(
					"The mail server cannot prove who it is: %s.".formatted(root(insecure.get()).getMessage()),
					failure);
		}
		return new ConnectorException.Doubtful(
				"The mail server gave no answer (%s).".formatted(root(failure).getClass().getSimpleName()), failure);
	}

	/** A mail exception has the next one beside its cause. */
	private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = behind(cause)) {
			if (type.isInstance(cause)) {
				return Optional.of(type.cast(cause));
			}
		}
		return Optional.empty();
	}

	private static Throwable root(Throwable failure) {
		var cause = failure;
		for (var next = behind(cause); next != null; next = behind(cause)) {
			cause = next;
		}
		return cause;
	}

	private static @Nullable Throwable behind(Throwable failure) {
		return (failure instanceof MessagingException mail && mail.getNextException() != null) ? mail.getNextException()
				: failure.getCause();
	}

}
