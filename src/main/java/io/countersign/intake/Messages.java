package io.countersign.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.journal.Mode;
import io.countersign.problem.NotFound;
import io.countersign.work.DueRows;

/**
 * The messages we keep, and what became of each. Whoever settles a message does so in his
 * own transaction.
 */
@Service
public class Messages {

	private final MessageRepository messages;

	private final Settlements settlements;

	private final ThreadRepository threads;

	private final Documents documents;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	Messages(MessageRepository messages, Settlements settlements, ThreadRepository threads, Documents documents,
			DueRows due, ApplicationEventPublisher events) {
		this.messages = messages;
		this.settlements = settlements;
		this.threads = threads;
		this.documents = documents;
		this.due = due;
		this.events = events;
	}

	/**
	 * @throws NotFound when there is no such message, or it has not been read or is
	 * forgotten
	 */
	public Message get(MessageId id) {
		return find(id).orElseThrow(() -> new NotFound("message", id.value()));
	}

	/** A message that has been read and is not forgotten. */
	public Optional<Message> find(MessageId id) {
		return AtHand.find(id).or(() -> this.messages.find(id).map(this.messages::complete));
	}

	/**
	 * Whether what happens now is news: as the message says whose transaction this is.
	 * What people and programs do is news whatever it concerns.
	 */
	public Mode mode() {
		return AtHand.mode().orElse(Mode.LIVE);
	}

	/** Those of these messages that were news when they were taken in. */
	public Set<MessageId> news(Collection<MessageId> ids) {
		return ids.isEmpty() ? Set.of() : this.messages.news(ids);
	}

	/** A message as it came, where it is kept. */
	public Optional<DocumentId> raw(MessageId id) {
		return this.messages.raw(id);
	}

	/**
	 * All messages with this Message-ID; more than one when somebody used it twice.
	 * @param internetMessageId normalised
	 */
	public List<MessageId> byInternetMessageId(String internetMessageId) {
		return this.messages.withInternetMessageId(internetMessageId);
	}

	/**
	 * The message that stands in the chat right before this one; also one that is
	 * forgotten.
	 */
	public Optional<MessageId> before(ChatEvidence chat) {
		return this.messages.before(chat);
	}

	/** Those before this one in its chat that are in a case, the nearest first. */
	public List<MessageId> inCasesBefore(ChatEvidence chat, int limit) {
		return this.messages.keptBefore(chat, limit);
	}

	/** The places the message was seen in so far. */
	public List<Sighting> sightings(MessageId id) {
		return this.messages.sightings(id);
	}

	/**
	 * Whether a mail that this one answers, forwards or encloses has not been seen
	 * anywhere.
	 */
	public boolean misses(Message message) {
		var earlier = message.earlier();
		return !earlier.isEmpty() && this.threads.misses(earlier);
	}

	/** Whether a mail of this name was seen anywhere, also one that is forgotten. */
	public boolean hasSeen(String internetMessageId) {
		return !this.threads.misses(List.of(internetMessageId));
	}

	/** Whether what a mail is to us that this one names is still to be said. */
	public boolean isAheadOfItsThread(Message message) {
		var earlier = message.earlier();
		return !earlier.isEmpty() && this.threads.unsettled(message.id(), earlier);
	}

	/** Whether the message was taken in no longer ago than this. */
	public boolean isYoung(Message message, Duration age) {
		return this.threads.isYoung(message.id(), age);
	}

	/**
	 * The mails it names belong to its case when they turn up: see {@link #expecting}.
	 */
	@Transactional
	public void expect(Message message) {
		var earlier = message.earlier();
		if (!earlier.isEmpty()) {
			this.threads.expect(message.id(), earlier);
		}
	}

	/**
	 * Messages of cases that named one of these mails before it had been seen.
	 * @param internetMessageIds normalised
	 */
	public List<MessageId> expecting(Collection<String> internetMessageIds) {
		return internetMessageIds.isEmpty() ? List.of() : this.threads.expecting(internetMessageIds);
	}

	/**
	 * Until this transaction ends nobody else reads this message or a mail beside it in
	 * its thread: whoever does so sees either nothing or all of what becomes of it here.
	 * To be called before anything else is locked.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void lock(MessageId id) {
		find(id).ifPresent((message) -> this.threads.lock(this.threads.locks(message)));
	}

	/**
	 * The message is part of a case. Answers to it that had been ruled out are wanted
	 * again, see {@link ResyncWanted}. A message of no case that is not being read has to
	 * be locked first, see {@link #lock}.
	 * @param reason in a plain sentence
	 */
	@Transactional
	public void inCase(MessageId id, String caseId, String reason) {
		this.settlements.inCase(id, caseId, reason).forEach(this.events::publishEvent);
		this.documents.hold(caseId, id.value());
		this.due.wake("message");
	}

	/**
	 * The message waits on the review list. It is read again when a mail it answers joins
	 * a case.
	 */
	@Transactional
	public void inReview(MessageId id, String reason) {
		this.settlements.inReview(id, reason, earlier(id));
	}

	/** A mail of no case looks forged: it is shown to people, and once told of. */
	@Transactional
	public void refuse(MessageId id, String reason, Mode mode) {
		inReview(id, reason);
		this.events.publishEvent(new MessageRefused(id, reason, mode));
	}

	/**
	 * What the message means depends on something that is not here yet. It keeps its
	 * state and is read again after the pause; earlier when a mail it answers has been
	 * read or it is seen in one more place.
	 */
	@Transactional
	public void later(MessageId id, Duration pause, String reason) {
		this.settlements.later(id, pause, reason, earlier(id));
	}

	/**
	 * The message is none of our business: its content is forgotten, and keyed hashes
	 * stay so that it is known when it is seen again.
	 */
	@Transactional
	public void ignore(MessageId id, String reason) {
		var files = this.settlements.forget(id, reason, earlier(id));
		AtHand.forget();
		this.documents.forget(files);
	}

	/**
	 * The content of the message is forgotten with its case, whatever answers it later.
	 */
	@Transactional
	public void purge(MessageId id) {
		this.documents.forget(this.settlements.forget(id, "It was purged with its case.", Set.of()));
	}

	/**
	 * The messages are due to be read once more; {@link MessageRead} is published again.
	 */
	@Transactional
	public void readAgain(Collection<MessageId> ids) {
		this.messages.readAgain(ids);
		this.due.wake("message");
	}

	private Collection<String> earlier(MessageId id) {
		return AtHand.find(id).or(() -> this.messages.find(id)).map(Message::earlier).orElseGet(Set::of);
	}

}
