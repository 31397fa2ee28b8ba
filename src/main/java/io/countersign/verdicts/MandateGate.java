package io.countersign.verdicts;

import java.util.List;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;

/**
 * VA-9: who answers for somebody else has a mandate for this kind of case, on that day,
 * and for what it costs.
 */
class MandateGate implements Gate {

	/** How far the clocks of two hosts may be apart (IN-19). */
	private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(24);

	@Override
	public String category() {
		return "mandate";
	}

	@Override
	public String requirement() {
		return "VA-9";
	}

	@Override
	public List<String> fields() {
		return List.of("From", "Sender");
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
		if (reply.likelyAsk()
			.filter((ask) -> reply.matter().standing().answeredInPerson().contains(ask.id()))
			.isPresent()) {
			return Finding.hold("%s has decided himself already.".formatted(principal));
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
		if (reply.notBefore().filter((turnedUp) -> !turnedUp.isBefore(mandate.to())).isPresent()) {
			return Finding.hold(
					"It turned up only when mandate %s of %s had ended.".formatted(mandate.id(), mandate.principal()));
		}
		if (reply.now().plus(CLOCK_DIFFERENCE).isBefore(mandate.from())) {
			return Finding.hold("Mandate %s of %s has not begun yet.".formatted(mandate.id(), mandate.principal()));
		}
		var beyond = reply.matter()
			.kinds()
			.stream()
			.filter((kind) -> !mandate.categories().isEmpty()
					&& mandate.categories().stream().noneMatch(kind::equalsIgnoreCase))
			.findFirst();
		if (beyond.isPresent()) {
			return Finding.hold("Mandate %s of %s does not cover cases of the type %s.".formatted(mandate.id(),
					mandate.principal(), beyond.get()));
		}
		return (mandate.maxAmount() == null) ? Finding.pass(
				"%s answers for %s under mandate %s.".formatted(mandate.delegate(), mandate.principal(), mandate.id()))
				: covers(mandate, mandate.maxAmount(), reply.matter().cost());
	}

	private static Finding covers(Mandate mandate, BigDecimal limit, Optional<Cost> cost) {
		if (cost.isEmpty()) {
			return Finding.hold("Mandate %s of %s goes up to %s, and what this costs is not known."
				.formatted(mandate.id(), mandate.principal(), limit.toPlainString()));
		}
		var beyond = cost.get().beyond(limit, mandate.currency());
		return beyond
			.map((sentence) -> Finding.hold("Mandate %s of %s goes up to %s %s: %s".formatted(mandate.id(),
					mandate.principal(), limit.toPlainString(), mandate.currency(), sentence)))
			.orElseGet(() -> Finding.pass("%s answers for %s under mandate %s, and what it costs stays within %s %s."
				.formatted(mandate.delegate(), mandate.principal(), mandate.id(), limit.toPlainString(),
						mandate.currency())));
	}

}
