package io.countersign.web;

import io.countersign.identity.Clearance;
import io.countersign.identity.Person;
import io.countersign.overview.ToMe;
import io.countersign.triage.Reviews;

import org.springframework.stereotype.Component;

/** How much waits, for the menu; templates call it as {@code @badges}. */
@Component("badges")
class Badges {

	private final ToMe toMe;

	private final Reviews reviews;

	private final PendingAnswers pending;

	Badges(ToMe toMe, Reviews reviews, PendingAnswers pending) {
		this.pending = pending;
		this.toMe = toMe;
		this.reviews = reviews;
	}

	public int mine(Person me) {
		return Math.max(0, this.toMe.countWaiting(me.address()) - this.pending.count(me));
	}

	/** Only whoever sees all of it is told how much there is. */
	public int review(Person me) {
		return Clearance.of(me).everything() ? this.reviews.count() : 0;
	}

}
