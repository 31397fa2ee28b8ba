package io.countersign.verdicts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseState;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.AutomaticMark;
import io.countersign.intake.Message;
import io.countersign.reading.OwnWords;
import io.countersign.reading.VerdictReading;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether we may believe who wrote a mail that gives no verdict and changes something all
 * the same. It takes the proof of a reply, by the same gates.
 */
public class Authorship {

	private static final Matter NO_MATTER = new Matter(CaseState.WAITING, "", Optional.empty(), List.of(),
			Optional.empty(), Optional.empty(), Set.of());

	private static final OwnWords NO_WORDS = new OwnWords("", List.of(), List.of(), List.of());

	private static final VerdictReading NO_VERDICT = new VerdictReading(VerdictReading.Label.NONE, 0, false,
			Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

	private final List<Gate> ofPeople;

	private final List<Gate> ofMailboxes;

	private final Refusals refusals;

	private final ApplicationEventPublisher events;

	Authorship(VerdictProperties policy, Refusals refusals, ApplicationEventPublisher events) {
		this.refusals = refusals;
		this.events = events;
		var trust = policy.trust();
		var structure = new StructureGate();
		var author = new AuthorGate();
		var proof = new ProofGate(policy.sentItemsGrace(), policy.sentItemsPatience(), trust.proof());
		var filter = new FilterGate(trust);
		this.ofPeople = List.of(structure, new AutomaticGate(AutomaticMark::barringMatter), author, proof, filter,
				new ReplayGate(policy.clockDifference(), trust));
		this.ofMailboxes = List.of(structure, author, proof, filter, new ReplayGate(policy.clockDifference(), trust));
	}

	/** What is known of who wrote a mail. */
	public sealed interface Author {

		/** It is who it says. */
		record Proven() implements Author {
		}

		/** Nothing proves it. */
		record Doubted(String reason) implements Author {
		}

		/** Something speaks against it. */
		record Forged(String reason) implements Author {
		}

		/** Proof may still be on its way. */
		record Awaited(String reason) implements Author {
		}

	}

	/**
	 * Of a mail a person has sent.
	 * @param people those of the addresses it uses who are in the directory
	 * @param sentReadUpTo how far the author's Sent Items has been read; empty when it is
	 * not watched
	 * @param meantFor to whom such a mail goes; one of them gets it
	 */
	@Transactional
	public Author of(Message message, Map<EmailAddress, Person> people, Optional<Instant> sentReadUpTo,
			Set<EmailAddress> meantFor, Instant now) {
		return judged(this.ofPeople, message, people, sentReadUpTo, meantFor, now);
	}

	/**
	 * Of a mail somebody's mailbox has sent for him. No copy of it turns up in his Sent
	 * Items, so none is waited for and the mail servers alone can vouch for it.
	 */
	@Transactional
	public Author ofMailbox(Message message, Map<EmailAddress, Person> people, Set<EmailAddress> meantFor,
			Instant now) {
		return judged(this.ofMailboxes, message, people, Optional.empty(), meantFor, now);
	}

	private Author judged(List<Gate> gates, Message message, Map<EmailAddress, Person> people,
			Optional<Instant> sentReadUpTo, Set<EmailAddress> meantFor, Instant now) {
		var run = GateRun.of(gates,
				new Reply(message, message.sightings(), NO_MATTER, List.of(), people, List.of(), sentReadUpTo, meantFor,
						Optional.empty(), Optional.empty(), Optional.empty(), NO_WORDS, NO_VERDICT, now));
		if (run.refusal().isPresent()) {
			return refused(message, run.refusal().get());
		}
		if (run.await().isPresent()) {
			return new Author.Awaited(run.await().get());
		}
		return run.holds().isEmpty() ? new Author.Proven() : new Author.Doubted(run.holds().getFirst().sentence());
	}

	private Author refused(Message message, Judgement.Reason because) {
		var domain = message.from().map((from) -> from.address().domain()).orElse("unknown");
		this.refusals.count(because.category(), domain);
		this.events.publishEvent(new ReplyRefused(message.id(), message.evidence().raw().sha256(), because, domain));
		return new Author.Forged(because.sentence());
	}

}
