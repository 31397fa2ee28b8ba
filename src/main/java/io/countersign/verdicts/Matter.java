package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.identity.EmailAddress;

/**
 * What a case says about itself when a reply to it is judged.
 *
 * @param type the kind of case, by which mandates are limited
 * @param requester who wants the decision
 * @param question of ours that the reply answers
 * @param cost what its requests cost, where all of them could be read
 * @param digest the number of a digest that the reply answers, in place of the mail that
 * asked
 * @param unasked Message-IDs of mails that brought another version of what was asked, and
 * asked nobody about it
 * @param standing of the case
 * @param thread that the reply stands in
 */
public record Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
		Optional<Question> question, Optional<Cost> cost, Set<String> unasked, Optional<DigestAnswer> digest,
		Standing standing, ThreadFacts thread) {

	public Matter {
		asks = List.copyOf(asks);
		// What was kept by an older software says nothing of it.
		unasked = (unasked != null) ? Set.copyOf(unasked) : Set.of();
		digest = (digest != null) ? digest : Optional.empty();
		standing = (standing != null) ? standing : Standing.PLAIN;
		thread = (thread != null) ? thread : ThreadFacts.NONE;
	}

	/** Of a reply of whose thread nothing is known. */
	public Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
			Optional<Question> question, Optional<Cost> cost, Set<String> unasked, Optional<DigestAnswer> digest,
			Standing standing) {
		this(state, type, requester, asks, question, cost, unasked, digest, standing, ThreadFacts.NONE);
	}

	/** What nobody knows more of. */
	public Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
			Optional<Question> question, Optional<Cost> cost, Set<String> unasked, Optional<DigestAnswer> digest) {
		this(state, type, requester, asks, question, cost, unasked, digest, Standing.PLAIN);
	}

	/** Of a reply that answers no digest. */
	public Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
			Optional<Question> question, Optional<Cost> cost, Set<String> unasked) {
		this(state, type, requester, asks, question, cost, unasked, Optional.empty());
	}

	public Matter standing(Standing as) {
		return new Matter(this.state, this.type, this.requester, this.asks, this.question, this.cost, this.unasked,
				this.digest, as, this.thread);
	}

	public Matter in(ThreadFacts known) {
		return new Matter(this.state, this.type, this.requester, this.asks, this.question, this.cost, this.unasked,
				this.digest, this.standing, known);
	}

	/** Every kind of case it is. */
	List<String> kinds() {
		return this.standing.kinds().isEmpty() ? List.of(this.type) : this.standing.kinds();
	}

	/**
	 * Whether it answers a question or a digest of ours, whose name is known to its
	 * receiver alone. A request that was put again was put before everybody in its
	 * thread.
	 */
	boolean answersOurs() {
		return this.digest.isPresent()
				|| this.question.filter((one) -> one.state() != Question.State.AGAIN).isPresent();
	}

}
