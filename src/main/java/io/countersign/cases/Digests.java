package io.countersign.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of open requests that were sent to people. They bind an answer by number and
 * by nothing else, and each of them one person and one day.
 */
@Service
public class Digests {

	private final DigestRepository repository;

	private final DigestSeal seal;

	private final ApplicationEventPublisher events;

	Digests(DigestRepository repository, DigestSeal seal, ApplicationEventPublisher events) {
		this.repository = repository;
		this.seal = seal;
		this.events = events;
	}

	/**
	 * Keeps the list of a day, its requests numbered from 1; nothing when that person has
	 * had one that day.
	 * @param domain of the mailbox that sends it
	 */
	@Transactional
	public Optional<Digest> keep(EmailAddress person, LocalDate day, Instant endsAt, List<Ask> asks, String domain) {
		var entries = new ArrayList<Digest.Entry>();
		for (var ask : asks) {
			if (!ask.approver().equals(person)) {
				throw new IllegalArgumentException("The request %s was put to somebody else".formatted(ask.id()));
			}
			entries.add(Digest.Entry.of(entries.size() + 1, ask));
		}
		var ends = Instant.ofEpochSecond(endsAt.getEpochSecond());
		var digest = new Digest(Names.of("dg_", person, day), person, day,
				this.seal.name(person, day, ends, entries, domain), ends, entries);
		if (!this.repository.add(digest)) {
			return Optional.empty();
		}
		this.events.publishEvent(new DigestWritten(digest));
		return Optional.of(digest);
	}

	/** Whether one of these Message-IDs has the form of a digest's, whoever wrote it. */
	public boolean areNamed(Collection<String> internetMessageIds) {
		return internetMessageIds.stream().anyMatch(this.seal::hasForm);
	}

	/** Those of these Message-IDs that have the form of a digest's. */
	public List<String> named(Collection<String> internetMessageIds) {
		return internetMessageIds.stream().filter(this.seal::hasForm).distinct().toList();
	}

	/**
	 * The digest of this name, held until the transaction ends: two answers to it are
	 * taken one after the other. Nothing where we have sent none, or it is no longer what
	 * was sealed.
	 */
	@Transactional
	public Optional<Digest> locked(String internetMessageId) {
		return this.seal.hasForm(internetMessageId) ? this.repository.lock(internetMessageId).filter(this.seal::holds)
				: Optional.empty();
	}

	/** From now on no other mail answers this number. */
	@Transactional
	public void use(Digest digest, int number, MessageId message) {
		if (!this.repository.use(digest.id(), number, message)) {
			throw new IllegalStateException("Number %d of %s has been answered".formatted(number, digest.id()));
		}
	}

	/** What became of an answer is written down, and whoever gave it may be told. */
	@Transactional
	public void answered(DigestAnswered answered) {
		this.events.publishEvent(answered);
	}

	/** The day for which one of this name was made. */
	public Optional<LocalDate> dayOf(String internetMessageId) {
		return this.repository.dayOf(internetMessageId);
	}

	/** Whether an answer that was read in this mail waits for its proof. */
	public boolean isHeld(MessageId message) {
		return this.repository.isHeld(message);
	}

}
