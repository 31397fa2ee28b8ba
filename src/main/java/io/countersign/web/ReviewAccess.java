package io.countersign.web;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.triage.Review;

import org.springframework.stereotype.Component;

/**
 * Who may look at a message about which a person decides: those it came to or from, those
 * of the case it may belong to, and whoever has the role to look at all.
 */
@Component
class ReviewAccess {

	private final CaseAccess access;

	ReviewAccess(CaseAccess access) {
		this.access = access;
	}

	boolean maySee(Person person, Review review, Message message) {
		return Clearance.of(person).everything() || isParty(person.address(), message)
				|| review.likely().filter((likely) -> this.access.maySee(person, likely)).isPresent();
	}

	private static boolean isParty(EmailAddress address, Message message) {
		return message.sightings().stream().anyMatch((one) -> one.mailbox().equals(address))
				|| message.from().filter((from) -> from.address().equals(address)).isPresent();
	}

}
