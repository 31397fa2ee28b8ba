package io.countersign.intake;

import java.util.Optional;

import io.countersign.journal.Mode;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The message whose transaction this is. Whoever asks for it need not have it fetched and
 * read once more.
 */
final class AtHand {

	private AtHand() {
	}

	static void during(Message message, Mode mode, Runnable work) {
		TransactionSynchronizationManager.bindResource(AtHand.class, message);
		TransactionSynchronizationManager.bindResource(Mode.class, mode);
		try {
			work.run();
		}
		finally {
			TransactionSynchronizationManager.unbindResource(Mode.class);
			forget();
		}
	}

	/** Nothing when this is no message's transaction. */
	static Optional<Mode> mode() {
		return Optional.ofNullable((Mode) TransactionSynchronizationManager.getResource(Mode.class));
	}

	/** What is changed or forgotten has to be looked up again. */
	static void forget() {
		TransactionSynchronizationManager.unbindResourceIfPossible(AtHand.class);
	}

	static Optional<Message> find(MessageId id) {
		return Optional.ofNullable((Message) TransactionSynchronizationManager.getResource(AtHand.class))
			.filter((message) -> message.id().equals(id));
	}

}
