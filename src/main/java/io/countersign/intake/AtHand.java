package io.countersign.intake;

import java.util.Optional;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The message whose transaction this is. Whoever asks for it need not have it fetched and
 * read once more.
 */
final class AtHand {

	private AtHand() {
	}

	static void during(Message message, Runnable work) {
		TransactionSynchronizationManager.bindResource(AtHand.class, message);
		try {
			work.run();
		}
		finally {
			forget();
		}
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
