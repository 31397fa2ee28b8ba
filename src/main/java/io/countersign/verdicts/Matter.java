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
 */
public record Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
		Optional<Question> question, Optional<Cost> cost, Set<String> unasked, Optional<DigestAnswer> digest) {

	public Matter {
		asks = List.copyOf(asks);
		// What was kept by an older software says nothing of it.
		unasked = (unasked != null) ? Set.copyOf(unasked) : Set.of();
		digest = (digest != null) ? digest : Optional.empty();
	}

	/** Of a reply that answers no digest. */
	public Matter(CaseState state, String type, Optional<EmailAddress> requester, List<Ask> asks,
			Optional<Question> question, Optional<Cost> cost, Set<String> unasked) {
		this(state, type, requester, asks, question, cost, unasked, Optional.empty());
	}

}
