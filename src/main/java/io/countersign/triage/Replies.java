package io.countersign.triage;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;
import io.countersign.intake.Party;
import io.countersign.intake.ReadingProgress;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Reply;
import io.countersign.verdicts.Verdicts;

import org.springframework.stereotype.Component;

/**
 * A message that belongs to a case: it joins it, and what it decides is taken from it.
 */
@Component
class Replies {

	private final Cases cases;

	private final Messages messages;

	private final ReadingProgress progress;

	private final Verdicts verdicts;

	private final Roles roles;

	private final Reviews reviews;

	private final TriageProperties properties;

	private final Clock clock;

	Replies(Cases cases, Messages messages, ReadingProgress progress, Verdicts verdicts, Roles roles, Reviews reviews,
			TriageProperties properties, Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.progress = progress;
		this.verdicts = verdicts;
		this.roles = roles;
		this.reviews = reviews;
		this.properties = properties;
		this.clock = clock;
	}

	void take(Message message, Match match, Reading reading, Map<EmailAddress, Person> known) {
		var view = this.cases.get(match.caseId());
		var joining = new Joining(message, this.roles.joining(message, known), match.reason(), message.receivedAt());
		if (isRevision(message, view)) {
			this.cases.revise(view.id(), joining);
		}
		else {
			this.cases.join(view.id(), joining);
		}
		this.reviews.settled(message.id());
		this.messages.inCase(message.id(), view.id().value(), match.reason());
		judge(message, view, reading, known);
	}

	private void judge(Message message, CaseView view, Reading reading, Map<EmailAddress, Person> known) {
		if (view.openedBy().equals(message.id()) || !isAsked(view, message)) {
			bystander(message, view, reading);
			ordered(message, view, reading, known);
			return;
		}
		switch (this.verdicts.judge(reply(message, view, reading, known))) {
			case Judgement.Accepted accepted -> decide(view, accepted.decision());
			case Judgement.Held held -> this.cases.hold(view.id(), held.decision(), held.reasons());
			case Judgement.Refused refused ->
				this.cases.remark(view.id(), message.id(), "It gives no verdict: %s".formatted(refused.sentence()));
			case Judgement.Silent silent -> spoken(message, view, reading, known, silent);
			case Judgement.Waiting waiting ->
				this.messages.readLater(message.id(), this.properties.lookAgain(), waiting.reason());
		}
	}

	private void decide(CaseView view, Decision decision) {
		this.cases.decide(view.id(), decision, null);
		if (decision.outcome() == Outcome.RETURNED || decision.outcome() == Outcome.DEFERRED) {
			return;
		}
		decision.delegate()
			.flatMap(EmailAddress::parse)
			.ifPresent(
					(delegate) -> this.cases.handOver(view.id(), delegate, "It was delegated.", decision.decidedAt()));
	}

	/**
	 * An approver who asks back has handed the case to the requester; his words stay on
	 * the case.
	 */
	private void spoken(Message message, CaseView view, Reading reading, Map<EmailAddress, Person> known,
			Judgement.Silent silent) {
		this.cases.remark(view.id(), message.id(), silent.remark());
		if (reading.request().intent() == RequestReading.Intent.QUESTION) {
			view.requester()
				.ifPresent((requester) -> this.cases.handOver(view.id(), requester.address(), "The approver asks back.",
						message.receivedAt()));
		}
		ordered(message, view, reading, known);
	}

	private void bystander(Message message, CaseView view, Reading reading) {
		if (!view.openedBy().equals(message.id()) && reading.verdict().label() != VerdictReading.Label.NONE) {
			this.cases.remark(view.id(), message.id(), "It gives no verdict: nothing was asked of its author.");
		}
	}

	private void ordered(Message message, CaseView view, Reading reading, Map<EmailAddress, Person> known) {
		var request = reading.request();
		var leader = message.from().map((from) -> known.get(from.address())).filter(Person::leads);
		if (view.openedBy().equals(message.id()) || request.intent() != RequestReading.Intent.TASK_ORDER
				|| leader.isEmpty() || request.confidence() < this.properties.certain()) {
			return;
		}
		var tasks = this.roles.asked(message, request, known)
			.stream()
			.map((assignee) -> new NewCase.NewTask(assignee, request.ask().orElse(Titles.of(message.subject())),
					Dues.of(reading, this.properties.zone())))
			.toList();
		this.cases.order(view.id(), message.id(), leader.get().address(), tasks);
	}

	private Reply reply(Message message, CaseView view, Reading reading, Map<EmailAddress, Person> known) {
		var sent = message.from().map(Party::address).flatMap((author) -> this.progress.of(author, Folder.SENT));
		var named = this.cases.asksNamed(List.copyOf(message.threading().ancestors()));
		return new Reply(message, message.sightings(), view.state(), view.asks(), named, known, sent, reading.own(),
				reading.verdict(), this.clock.instant());
	}

	/**
	 * Only the requester puts new files to the approvers, and only while he is waiting.
	 */
	private static boolean isRevision(Message message, CaseView view) {
		var requester = view.requester();
		var fromRequester = message.from()
			.filter((from) -> requester.isPresent() && requester.get().address().equals(from.address()))
			.isPresent();
		var known = view.documents().stream().map((file) -> file.sha256()).toList();
		var fresh = message.parts()
			.stream()
			.anyMatch((part) -> part.role() != Part.Role.INLINE && !known.contains(part.document()));
		var toApprover = message.to()
			.stream()
			.anyMatch((to) -> view.participant(to.address()).filter((one) -> one.role() == Role.APPROVER).isPresent());
		return fromRequester && fresh && toApprover && !view.asks().isEmpty() && view.state() != CaseState.CLOSED
				&& view.messages().stream().noneMatch((joined) -> joined.message().equals(message.id()));
	}

	private static boolean isAsked(CaseView view, Message message) {
		return message.from()
			.filter((from) -> view.asks().stream().anyMatch((ask) -> ask.approver().equals(from.address())))
			.isPresent();
	}

}
