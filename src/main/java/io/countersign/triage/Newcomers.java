package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.VerdictEvent;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The people a mail brings into a case. They come in when it is as sure who wrote the
 * mail as it has to be for a verdict, or when a person has said that it counts.
 */
@Component
class Newcomers {

	private final Cases cases;

	private final Roles roles;

	private final Provenance provenance;

	Newcomers(Cases cases, Roles roles, Provenance provenance) {
		this.cases = cases;
		this.roles = roles;
		this.provenance = provenance;
	}

	/** A program brings nobody into a case. */
	List<Participant> of(Incoming incoming, CaseView view) {
		return incoming.automatic().isPresent() ? List.of()
				: this.roles.joining(incoming)
					.stream()
					.filter((one) -> view.participant(one.address()).isEmpty())
					.toList();
	}

	/** Whether the mail may bring them; one that brings nobody need not be proved. */
	boolean mayCome(List<Participant> people, Incoming incoming, CaseView view) {
		var ofTheCase = Stream
			.concat(view.requester().stream().map(Participant::address), view.asks().stream().map(Ask::approver))
			.collect(Collectors.toSet());
		return people.isEmpty() || this.provenance.mayAct(incoming, ofTheCase);
	}

	/** Whom a mail that opens a case only informs, where nothing proves who wrote it. */
	List<Participant> outside(List<Participant> people, Incoming incoming, Set<EmailAddress> asked) {
		var informed = people.stream().filter((one) -> one.role() == Role.INFORMED).toList();
		return (informed.isEmpty() || this.provenance.mayAct(incoming, asked)) ? List.of() : informed;
	}

	/** Those who wait by a mail that is proved now come in. */
	void settle(CaseId id, MessageId message, List<Participant> outside) {
		if (outside.isEmpty()) {
			this.cases.admit(id, message, Optional.empty());
		}
		else {
			this.cases.letWait(id, message, outside);
		}
	}

	/** An answer that counts has been proved, or somebody has confirmed it. */
	@EventListener
	void on(VerdictEvent.CaseDecided decided) {
		decided.verdict()
			.decision()
			.message()
			.ifPresent((message) -> this.cases.admit(decided.caseId(), message, Optional.empty()));
	}

}
