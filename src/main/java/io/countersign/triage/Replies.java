package io.countersign.triage;

import java.time.Clock;
import java.util.List;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;
import io.countersign.intake.ReadingProgress;
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

	private final Orders orders;

	private final Reviews reviews;

	private final TriageProperties properties;

	private final Clock clock;

	Replies(Cases cases, Messages messages, ReadingProgress progress, Verdicts verdicts, Roles roles, Orders orders,
			Reviews reviews, TriageProperties properties, Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.progress = progress;
		this.verdicts = verdicts;
		this.roles = roles;
		this.orders = orders;
		this.reviews = reviews;
		this.properties = properties;
		this.clock = clock;
	}

	void take(Incoming incoming, Match match) {
		var view = this.cases.get(match.caseId());
		var message = incoming.message();
		var joining = new Joining(message, this.roles.joining(incoming), match.reason(), message.receivedAt());
		if (isRevision(incoming, view)) {
			this.cases.revise(view.id(), joining);
		}
		else {
			this.cases.join(view.id(), joining);
		}
		this.reviews.settled(message.id());
		this.messages.inCase(message.id(), view.id().value(), match.reason());
		if (!view.openedBy().equals(message.id())) {
			understand(incoming, view);
		}
	}

	private void understand(Incoming incoming, CaseView view) {
		var automatic = incoming.automatic();
		if (automatic.isPresent()) {
			remark(incoming, view, "It gives no verdict: " + automatic.get());
		}
		else if (view.asks().stream().anyMatch((ask) -> incoming.isFrom(ask.approver()))) {
			judge(incoming, view);
		}
		else {
			bystander(incoming, view);
		}
	}

	private void judge(Incoming incoming, CaseView view) {
		switch (this.verdicts.judge(reply(incoming, view))) {
			case Judgement.Accepted accepted -> decide(incoming, view, accepted.decision());
			case Judgement.Held held -> this.cases.hold(view.id(), held.decision(), held.reasons());
			case Judgement.Refused refused -> remark(incoming, view, "It gives no verdict: " + refused.sentence());
			case Judgement.Silent silent -> spoken(incoming, view, silent);
			case Judgement.Waiting waiting ->
				this.messages.later(incoming.message().id(), this.properties.lookAgain(), waiting.reason());
		}
	}

	private void decide(Incoming incoming, CaseView view, Decision decision) {
		var verdict = this.cases.decide(view.id(), decision, null);
		if (decision.outcome() == Outcome.DELEGATED && verdict.counts()) {
			passOn(incoming, view, decision);
		}
	}

	/**
	 * Whom the mail itself goes to has been asked by it; anybody else only has the case
	 * now.
	 */
	private void passOn(Incoming incoming, CaseView view, Decision decision) {
		var message = incoming.message();
		var delegate = decision.delegate().flatMap((words) -> this.roles.meant(words, incoming, view));
		if (delegate.isEmpty()) {
			remark(incoming, view, "It passes the decision on, but not clearly to whom.");
			return;
		}
		if (incoming.isTo(delegate.get())) {
			this.cases.ask(view.id(), new Joining(message, List.of(), "It asks somebody else.", message.receivedAt()),
					List.of(delegate.get()));
		}
		this.cases.handOver(view.id(), delegate.get(), "The decision was passed on.", message.receivedAt());
	}

	/**
	 * An approver who asks back has handed the case to the requester; his words stay on
	 * the case.
	 */
	private void spoken(Incoming incoming, CaseView view, Judgement.Silent silent) {
		remark(incoming, view, silent.remark());
		if (incoming.request().intent() == RequestReading.Intent.QUESTION) {
			view.requester()
				.ifPresent((requester) -> handOver(incoming, view, requester.address(), "The approver asks back."));
		}
		order(incoming, view);
	}

	/** Whoever was asked nothing decides nothing. */
	private void bystander(Incoming incoming, CaseView view) {
		if (incoming.reading().verdict().label() != VerdictReading.Label.NONE) {
			remark(incoming, view, "It gives no verdict: nothing was asked of its author.");
		}
		var requester = view.requester().filter((one) -> incoming.isFrom(one.address()));
		if (requester.isPresent() && view.holder().equals(requester.map((one) -> one.address()))) {
			view.asks()
				.stream()
				.filter((ask) -> ask.isOpen() && incoming.isTo(ask.approver()))
				.findFirst()
				.ifPresent((ask) -> handOver(incoming, view, ask.approver(), "The requester has answered."));
		}
		order(incoming, view);
	}

	private void order(Incoming incoming, CaseView view) {
		if (incoming.request().intent() == RequestReading.Intent.TASK_ORDER) {
			incoming.author()
				.ifPresent((author) -> this.cases.order(view.id(), incoming.message().id(), author,
						this.orders.of(incoming)));
		}
	}

	private void handOver(Incoming incoming, CaseView view, EmailAddress to, String reason) {
		this.cases.handOver(view.id(), to, reason, incoming.message().receivedAt());
	}

	private void remark(Incoming incoming, CaseView view, String note) {
		this.cases.remark(view.id(), incoming.message().id(), note);
	}

	private Reply reply(Incoming incoming, CaseView view) {
		var message = incoming.message();
		var sent = incoming.author().flatMap((author) -> this.progress.of(author, Folder.SENT));
		var named = this.cases.asksNamed(List.copyOf(message.threading().ancestors()));
		return new Reply(message, message.sightings(), view.state(), view.asks(), named, incoming.people(), sent,
				incoming.reading().own(), incoming.reading().verdict(), this.clock.instant());
	}

	/** Only the requester puts new files to those he has asked. */
	private static boolean isRevision(Incoming incoming, CaseView view) {
		var known = view.documents().stream().map((file) -> file.sha256()).toList();
		return view.state() != CaseState.CLOSED
				&& view.requester().filter((one) -> incoming.isFrom(one.address())).isPresent()
				&& view.asks().stream().map(Ask::approver).anyMatch(incoming::isTo)
				&& view.messages().stream().noneMatch((one) -> one.message().equals(incoming.message().id()))
				&& incoming.message()
					.parts()
					.stream()
					.anyMatch((part) -> isFile(part) && !known.contains(part.document()));
	}

	private static boolean isFile(Part part) {
		return part.role() != Part.Role.INLINE;
	}

}
