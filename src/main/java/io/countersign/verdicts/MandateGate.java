package io.countersign.verdicts;

import java.util.Comparator;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;

/**
 * VA-9: who answers for somebody else has a mandate for this kind of case on that day.
 * What a case costs is not known, so a mandate up to an amount needs a confirmation.
 */
class MandateGate implements Gate {

	@Override
	public String category() {
		return "mandate";
	}

	@Override
	public String requirement() {
		return "VA-9";
	}

	@Override
	public Finding judge(Reply reply) {
		var ask = reply.likelyAsk();
		var actor = reply.actor();
		if (ask.isEmpty() || actor.isEmpty()) {
			return Finding.hold("Who sent it in the author's name could not be read.");
		}
		var principal = ask.get().approver();
		return principal.equals(actor.get()) ? Finding.pass("Nobody answers for somebody else.")
				: delegated(reply, principal, actor.get());
	}

	private static Finding delegated(Reply reply, EmailAddress principal, EmailAddress actor) {
		if (Optional.ofNullable(reply.people().get(actor)).filter(Person::inDirectory).isEmpty()) {
			return Finding.hold("Somebody who is not in the directory sent it in the author's name.");
		}
		return reply.mandatesFor(principal)
			.stream()
			.map((mandate) -> covers(mandate, reply))
			.min(Comparator.comparing((finding) -> !(finding instanceof Finding.Pass)))
			.orElseGet(() -> Finding.hold("%s sent it in the author's name without a mandate.".formatted(actor)));
	}

	private static Finding covers(Mandate mandate, Reply reply) {
		var at = reply.message().receivedAt();
		if (at.isBefore(mandate.from()) || !at.isBefore(mandate.to())) {
			return Finding
				.hold("Mandate %s of %s does not cover that day.".formatted(mandate.id(), mandate.principal()));
		}
		var type = reply.matter().type();
		if (!mandate.categories().isEmpty() && mandate.categories().stream().noneMatch(type::equalsIgnoreCase)) {
			return Finding.hold("Mandate %s of %s does not cover cases of the type %s.".formatted(mandate.id(),
					mandate.principal(), type));
		}
		if (mandate.maxAmount() != null) {
			return Finding.hold("Mandate %s of %s goes up to %s, and what this costs is not known."
				.formatted(mandate.id(), mandate.principal(), mandate.maxAmount().toPlainString()));
		}
		return Finding.pass(
				"%s answers for %s under mandate %s.".formatted(mandate.delegate(), mandate.principal(), mandate.id()));
	}

}
