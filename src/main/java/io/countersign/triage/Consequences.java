package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.Outcome;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Messages;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/** What follows in its case from how a mail was judged. */
@Component
class Consequences {

	private static final String STRANGER = "Its author is neither in the directory nor in the case.";

	private final Cases cases;

	private final Messages messages;

	private final Judgements judgements;

	private final Questions questions;

	private final Roles roles;

	private final Orders orders;

	private final Provenance provenance;

	private final TriageProperties properties;

	Consequences(Cases cases, Messages messages, Judgements judgements, Questions questions, Roles roles, Orders orders,
			Provenance provenance, TriageProperties properties) {
		this.cases = cases;
		this.messages = messages;
		this.judgements = judgements;
		this.questions = questions;
		this.roles = roles;
		this.orders = orders;
		this.provenance = provenance;
		this.properties = properties;
	}

	void follow(Incoming incoming, CaseView view, Judgement judgement) {
		switch (judgement) {
			case Judgement.Accepted accepted -> decide(incoming, view, accepted.decision());
			case Judgement.Held held -> this.cases.hold(view.id(), held.decision(), held.reasons());
			case Judgement.Refused refused -> inVain(incoming, view, refused);
			case Judgement.Silent silent -> spoken(incoming, view, silent);
			case Judgement.Waiting waiting ->
				this.messages.later(incoming.message().id(), this.properties.lookAgain(), waiting.reason());
		}
	}

	/** Who confirms by reply that a mail was his lets in the people it names. */
	private void decide(Incoming incoming, CaseView view, Decision decision) {
		var verdict = this.cases.decide(view.id(), decision, null);
		if (verdict.counts()) {
			this.questions.doubted(incoming.message(), view)
				.ifPresent((mail) -> this.cases.admit(view.id(), mail, Optional.empty()));
		}
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
					List.of(delegate.get()), decision.ask());
		}
		this.cases.handOver(view.id(), delegate.get(), "The decision was passed on.", message.receivedAt());
	}

	/** VA-6: the owner hears of an answer that only came too late, once it is proved. */
	private void inVain(Incoming incoming, CaseView view, Judgement.Refused refused) {
		var message = incoming.message().id();
		remark(incoming, view, "It gives no verdict: " + refused.because().sentence());
		if (refused.isOnlyLate()) {
			incoming.author()
				.ifPresent((author) -> this.cases.late(view.id(), message, author, refused.because().sentence()));
		}
		else if (refused.mayProveLate()) {
			this.messages.later(message, this.properties.lookAgain(), "It came too late; its proof is awaited.");
		}
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

	/**
	 * Whoever was asked nothing decides nothing. What the requester says of his own
	 * request is no answer to it.
	 */
	void bystander(Incoming incoming, CaseView view) {
		var requester = view.requester().filter((one) -> incoming.isFrom(one.address()));
		if (requester.isEmpty()) {
			refuse(incoming, view, "person", "nothing was asked of its author.");
		}
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
		var tasks = this.orders.wanted(incoming);
		if (!tasks.isEmpty() && this.provenance.mayAct(incoming, Orders.executors(tasks))) {
			incoming.author()
				.ifPresent((author) -> this.cases.order(view.id(), incoming.message().id(), author, tasks));
		}
	}

	/** Whoever only looks like somebody of the case moves nothing. */
	private void handOver(Incoming incoming, CaseView view, EmailAddress to, String reason) {
		if (this.provenance.mayAct(incoming, Set.of(to))) {
			this.cases.handOver(view.id(), to, reason, incoming.message().receivedAt());
		}
	}

	/**
	 * Whatever a program wrote decides nothing; only what reads as an answer is refused.
	 */
	void automatic(Incoming incoming, CaseView view, String reason) {
		if (incoming.reading().verdict().label() == VerdictReading.Label.NONE) {
			remark(incoming, view, "It gives no verdict: " + reason);
		}
		else {
			refuse(incoming, view, "automatic", reason);
		}
	}

	/** VA-24: what reads as an answer and can be none is refused like any other. */
	void refuse(Incoming incoming, CaseView view, String category, String reason) {
		if (incoming.reading().verdict().label() != VerdictReading.Label.NONE) {
			this.judgements.refuse(incoming.message(), new Judgement.Reason(category, reason));
			remark(incoming, view, "It gives no verdict: " + reason);
		}
	}

	/** Somebody we do not know answers in a thread of ours. */
	void stranger(Incoming incoming) {
		if (incoming.automatic().isEmpty() && incoming.reading().verdict().label() != VerdictReading.Label.NONE) {
			this.judgements.refuse(incoming.message(), new Judgement.Reason("person", STRANGER));
		}
	}

	void remark(Incoming incoming, CaseView view, String note) {
		this.cases.remark(view.id(), incoming.message().id(), note);
	}

}
