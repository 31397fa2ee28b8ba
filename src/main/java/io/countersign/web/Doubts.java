package io.countersign.web;

import java.util.List;
import java.util.Optional;

import io.countersign.identity.Clearance;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.problem.NotFound;
import io.countersign.triage.Review;
import io.countersign.triage.Reviews;

import org.springframework.stereotype.Component;

/** The messages about which a person decides, as far as somebody may see them. */
@Component
class Doubts {

	private static final int MOST = 200;

	private final Reviews reviews;

	private final ReviewAccess access;

	private final Messages messages;

	Doubts(Reviews reviews, ReviewAccess access, Messages messages) {
		this.reviews = reviews;
		this.access = access;
		this.messages = messages;
	}

	/** A message on the list. */
	record Doubt(Review review, Message message) {
	}

	List<Doubt> seenBy(Person me) {
		return this.reviews.doubted(Clearance.of(me), MOST)
			.stream()
			.flatMap((review) -> seen(review, me).stream())
			.toList();
	}

	/** Also one that is too far down to be listed. */
	Optional<Doubt> find(String id, Person me) {
		return this.reviews.find(new MessageId(id)).flatMap((review) -> seen(review, me));
	}

	Doubt get(String id, Person me) {
		return find(id, me).orElseThrow(() -> new NotFound("message on the review list", id));
	}

	/** One that may come into a case: what looks forged may not. */
	Doubt notRefused(String id, Person me) {
		return Optional.of(get(id, me))
			.filter((one) -> !one.review().isRefused())
			.orElseThrow(() -> new NotFound("message on the review list", id));
	}

	private Optional<Doubt> seen(Review review, Person me) {
		return this.messages.find(review.message())
			.filter((message) -> this.access.maySee(me, review, message))
			.map((message) -> new Doubt(review, message));
	}

}
