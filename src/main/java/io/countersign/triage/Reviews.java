package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages about which a person decides, because we would have to guess. */
@Service
public class Reviews {

	private final ReviewRepository repository;

	private final Messages messages;

	Reviews(ReviewRepository repository, Messages messages) {
		this.repository = repository;
		this.messages = messages;
	}

	/** Longest waiting first. */
	public List<Review> waiting(int limit) {
		return this.repository.open(limit);
	}

	/**
	 * The message is nothing to us: a person said so. Answers false when it is not on the
	 * list.
	 */
	@Transactional
	public boolean dismiss(MessageId message, String by) {
		if (!this.repository.resolve(message, by)) {
			return false;
		}
		this.messages.ignore(message, "A person looked at it: it is none of our business.");
		return true;
	}

	/** The case a message on the list may belong to. */
	Optional<CaseId> likelyCase(MessageId message) {
		return this.repository.likelyCase(message);
	}

	void open(Message message, String reason) {
		this.repository.open(message.id(), reason, null);
		this.messages.inReview(message.id(), reason);
	}

	void open(Message message, String reason, CaseId likely) {
		this.repository.open(message.id(), reason, likely);
		this.messages.inReview(message.id(), reason);
	}

	void settled(MessageId message) {
		this.repository.settled(message);
	}

}
