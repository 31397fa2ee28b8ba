package io.countersign.triage;

import java.util.List;
import java.util.Set;

import io.countersign.cases.Cases;
import io.countersign.cases.Digest;
import io.countersign.cases.Digests;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/**
 * A mail that names a digest. It is bound to requests by the numbers it answers and by
 * nothing else, and it stays outside their cases: whoever sees one of them may not see
 * the others, and such a mail quotes all of them. Whatever is unclear decides nothing.
 */
@Component
class DigestReplies {

	private final Digests digests;

	private final DigestVerdicts verdicts;

	private final Judgements judgements;

	private final Cases cases;

	private final Messages messages;

	private final Reviews reviews;

	private final Provenance provenance;

	private final OwnMail own;

	DigestReplies(Digests digests, DigestVerdicts verdicts, Judgements judgements, Cases cases, Messages messages,
			Reviews reviews, Provenance provenance, OwnMail own) {
		this.digests = digests;
		this.verdicts = verdicts;
		this.judgements = judgements;
		this.cases = cases;
		this.messages = messages;
		this.reviews = reviews;
		this.provenance = provenance;
		this.own = own;
	}

	/** Somebody may pass a digest on; what is not addressed to us answers none. */
	boolean isOne(Message message) {
		return this.digests.areNamed(message.threading().ancestors())
				&& (this.own.isAddressed(message) || isBeside(message));
	}

	/** Whether an answer that was read in it waits for its proof. */
	boolean isHeld(MessageId message) {
		return this.digests.isHeld(message);
	}

	void take(Incoming incoming) {
		var message = incoming.message();
		var automatic = incoming.automatic();
		if (automatic.isPresent()) {
			this.messages.ignore(message.id(), automatic.get());
			return;
		}
		var forged = this.provenance.forged(incoming, Set.of());
		if (forged.isPresent()) {
			refuse(incoming, "proof", forged.get());
			return;
		}
		var ancestors = message.threading().ancestors();
		if (this.digests.named(ancestors).size() > 1 || isBeside(message)) {
			review(incoming, "It names a digest and other requests besides, so nobody knows which it answers.");
			return;
		}
		var nearest = ancestors.stream().findFirst().filter((id) -> this.digests.areNamed(List.of(id)));
		if (nearest.isEmpty()) {
			review(incoming, "It goes on where a digest was talked about, and answers no list.");
			return;
		}
		this.digests.locked(nearest.get())
			.ifPresentOrElse((digest) -> answered(incoming, digest),
					() -> refuse(incoming, "binding", "It names a digest that we have never sent."));
	}

	private void answered(Incoming incoming, Digest digest) {
		if (!incoming.isFrom(digest.person())) {
			this.judgements.refuse(incoming.message(),
					new Judgement.Reason("person", "It answers a digest that was sent to somebody else."));
			review(incoming, "It answers a digest that was sent to somebody else.");
			return;
		}
		this.verdicts.take(incoming, digest);
	}

	private void refuse(Incoming incoming, String category, String reason) {
		this.judgements.refuse(incoming.message(), new Judgement.Reason(category, reason));
		this.reviews.refuse(incoming, reason);
	}

	private void review(Incoming incoming, String reason) {
		this.reviews.open(incoming.message(), reason);
	}

	private boolean isBeside(Message message) {
		return !this.cases.holding(List.copyOf(message.threading().ancestors())).isEmpty();
	}

}
