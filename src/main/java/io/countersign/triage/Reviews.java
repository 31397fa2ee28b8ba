package io.countersign.triage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.identity.Clearance;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.problem.Page;
import io.countersign.problem.Conflict;
import io.countersign.protection.LegalHold;
import io.countersign.protection.LegalHolds;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages about which a person decides, because we would have to guess. */
@Service
public class Reviews {

	private final ReviewRepository repository;

	private static final String DISMISSED = "A person looked at it: it is none of our business.";

	private static final String BY_HAND = "A person looked at it and put it here.";

	private final Messages messages;

	private final Cases cases;

	private final LegalHolds holds;

	Reviews(ReviewRepository repository, Messages messages, Cases cases, LegalHolds holds) {
		this.repository = repository;
		this.messages = messages;
		this.cases = cases;
		this.holds = holds;
	}

	/** Those that look forged and may be seen, longest waiting first. */
	public List<Review> refused(Clearance clearance, int limit) {
		return this.repository.open(true, clearance, limit);
	}

	/** Those that do not look forged and may be seen, longest waiting first. */
	public List<Review> doubted(Clearance clearance, int limit) {
		return this.repository.open(false, clearance, limit);
	}

	/**
	 * All of them, page by page.
	 * @param cursor where the page before ended; null for the first
	 */
	Page<Review> page(@Nullable String cursor) {
		return Page.of((limit) -> this.repository.open(Page.key(cursor), limit), Review::place);
	}

	public int count() {
		return this.repository.countOpen();
	}

	/**
	 * The message is nothing to us: a person said so. Answers false when it is not on the
	 * list.
	 * @throws Conflict when somebody it names is under legal hold
	 */
	@Transactional
	public boolean dismiss(MessageId message, String by) {
		this.messages.lock(message);
		this.holds.ofMessage(message.value()).map(LegalHold::sentence).ifPresent((reason) -> {
			throw new Conflict(reason);
		});
		if (!this.repository.resolve(message, by)) {
			return false;
		}
		this.messages.ignore(message, DISMISSED);
		return true;
	}

	/** Unless it has come onto the list again meanwhile, or has joined a case. */
	void forgetDismissed(MessageId message) {
		this.messages.lock(message);
		if (this.repository.find(message).isEmpty() && this.cases.ofMessages(List.of(message)).isEmpty()) {
			this.messages.ignore(message, DISMISSED);
		}
	}

	/** The case a message on the list may belong to. */
	Optional<CaseId> likelyCase(MessageId message) {
		return this.repository.likelyCase(message);
	}

	public Optional<Review> find(MessageId message) {
		return this.repository.find(message);
	}

	/**
	 * A person has put the message into the case it was likely to belong to. No verdict
	 * is taken from it: who wrote it was in doubt.
	 */
	@Transactional
	public boolean join(MessageId id, CaseId caseId, String by) {
		this.messages.lock(id);
		if (!this.repository.resolve(id, by)) {
			return false;
		}
		var message = this.messages.get(id);
		this.cases.join(caseId, new Joining(message, List.of(), BY_HAND, message.receivedAt()));
		this.messages.inCase(id, caseId.value(), BY_HAND);
		return true;
	}

	void open(Message message, String reason) {
		this.repository.open(message, reason, null);
		this.messages.inReview(message.id(), reason);
	}

	/** A mail that looks forged and belongs to no case. */
	void refuse(Incoming incoming, String reason) {
		this.repository.open(incoming.message(), Review.REFUSED + reason, null);
		this.messages.refuse(incoming.message().id(), Review.REFUSED + reason, incoming.mode());
	}

	void open(Message message, String reason, CaseId likely) {
		this.repository.open(message, reason, likely);
		this.messages.inReview(message.id(), reason);
	}

	/** What stands on the list of these messages, and why, is forgotten. */
	void forget(Collection<MessageId> messages) {
		this.repository.forget(messages);
	}

	void settled(MessageId message) {
		this.repository.settled(message);
	}

}
