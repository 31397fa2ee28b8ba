package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Cases;
import io.countersign.cases.NewCase;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** A mail that belongs to no case: what it asks for or orders opens one. */
@Component
class Requests {

	private final Orders orders;

	private final Roles roles;

	private final Newcomers newcomers;

	private final Kin kin;

	private final Insiders insiders;

	private final Reviews reviews;

	private final AwayNotes awayNotes;

	private final Provenance provenance;

	private final Cases cases;

	private final Messages messages;

	private final TriageProperties properties;

	Requests(Orders orders, Roles roles, Newcomers newcomers, Kin kin, Insiders insiders, Reviews reviews,
			AwayNotes awayNotes, Provenance provenance, Cases cases, Messages messages, TriageProperties properties) {
		this.orders = orders;
		this.roles = roles;
		this.newcomers = newcomers;
		this.kin = kin;
		this.insiders = insiders;
		this.reviews = reviews;
		this.awayNotes = awayNotes;
		this.provenance = provenance;
		this.cases = cases;
		this.messages = messages;
		this.properties = properties;
	}

	void take(Incoming incoming) {
		var automatic = incoming.automatic();
		var request = incoming.request();
		if (automatic.isPresent()) {
			this.awayNotes.take(incoming);
			this.messages.ignore(incoming.message().id(), automatic.get());
			return;
		}
		switch (request.intent()) {
			case APPROVAL_REQUEST -> requested(incoming);
			case TASK_ORDER -> ordered(incoming);
			case QUESTION -> ignore(incoming, "It asks a question and no decision: " + request.reason());
			case ORIENTATION, NONE -> ignore(incoming, "Nobody is asked to decide or do anything: " + request.reason());
		}
	}

	private void requested(Incoming incoming) {
		var request = incoming.request();
		if (request.confidence() < this.properties.doubtful()) {
			ignore(incoming, "It hardly asks for a decision: " + request.reason());
			return;
		}
		if (isTakenByItsThread(incoming)) {
			return;
		}
		var asked = this.roles.asked(incoming);
		if (incoming.author().isEmpty() || asked.isEmpty() || request.confidence() < this.properties.certain()) {
			this.reviews.open(incoming.message(), asked.isEmpty() ? "It asks for a decision, but not clearly of whom."
					: "It may ask for a decision: " + request.reason());
			return;
		}
		var forged = this.provenance.forged(incoming, Set.copyOf(asked));
		forged.ifPresentOrElse((reason) -> this.reviews.refuse(incoming, reason),
				() -> open(incoming, asked, List.of()));
	}

	private void ordered(Incoming incoming) {
		if (incoming.leader().isEmpty()) {
			ignore(incoming, "It asks for help and orders no work: its author leads nobody.");
			return;
		}
		if (isTakenByItsThread(incoming)) {
			return;
		}
		var tasks = this.orders.of(incoming);
		if (tasks.isEmpty()) {
			this.reviews.open(incoming.message(),
					"It orders work, but not clearly of whom, or not clearly at all: " + incoming.request().reason());
			return;
		}
		if (this.provenance.isProven(incoming, Orders.executors(tasks), Orders.DOUBT, Optional.empty())) {
			open(incoming, List.of(), tasks);
		}
	}

	/**
	 * A thread has one case, in whatever order its mails come. A request that an answer
	 * to it has overtaken is a person's to place: the case is about the answer.
	 */
	private boolean isTakenByItsThread(Incoming incoming) {
		if (this.kin.isAwaited(incoming)) {
			return true;
		}
		var overtaken = this.kin.answering(incoming.message());
		overtaken.ifPresent((match) -> this.reviews.open(incoming.message(),
				match.reason() + " It came too late to open it.", match.caseId()));
		return overtaken.isPresent()
				|| this.kin.beside(incoming.message()).filter((match) -> joins(incoming, match)).isPresent();
	}

	private boolean joins(Incoming incoming, Match match) {
		this.insiders.take(incoming, match);
		return true;
	}

	private void open(Incoming incoming, List<EmailAddress> approvers, List<NewCase.NewTask> tasks) {
		var message = incoming.message();
		var reading = incoming.reading();
		var executors = tasks.stream().map(NewCase.NewTask::assignee).toList();
		var participants = tasks.isEmpty() ? this.roles.participants(incoming, approvers, Role.APPROVER)
				: this.roles.participants(incoming, executors, Role.EXECUTOR);
		var outside = tasks.isEmpty() ? this.newcomers.outside(participants, incoming, Set.copyOf(approvers))
				: List.<Participant>of();
		var type = tasks.isEmpty() ? CaseTypes.of(message.subject(), reading.own().text()) : "bestilling";
		var reason = "It opens the case: " + reading.request().reason();
		var id = this.cases.open(new NewCase(message, Titles.of(message.subject()), type, reading.language().code(),
				participants.stream().filter((one) -> !outside.contains(one)).toList(), approvers, tasks,
				Dues.of(reading, this.properties.zone()), reason, incoming.mode(), message.receivedAt()));
		if (incoming.again() || !outside.isEmpty()) {
			this.newcomers.settle(id, message.id(), outside);
		}
		if (incoming.again()) {
			this.reviews.settled(message.id());
		}
		this.messages.expect(message);
		this.messages.inCase(message.id(), id.value(), reason);
	}

	private void ignore(Incoming incoming, String reason) {
		this.messages.ignore(incoming.message().id(), reason);
	}

}
