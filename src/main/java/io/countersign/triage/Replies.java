package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/**
 * A message that belongs to a case: it joins it, and what it decides is taken from it.
 */
@Component
class Replies {

	private final Cases cases;

	private final Messages messages;

	private final Judgements judgements;

	private final Matters matters;

	private final Consequences consequences;

	private final Revisions revisions;

	private final OtherVersions versions;

	private final Mandates mandates;

	private final Newcomers newcomers;

	private final Orders orders;

	private final Provenance provenance;

	private final Reviews reviews;

	private final AwayNotes awayNotes;

	private final Threads threads;

	Replies(Cases cases, Messages messages, Judgements judgements, Matters matters, Consequences consequences,
			Revisions revisions, OtherVersions versions, Mandates mandates, Newcomers newcomers, Orders orders,
			Provenance provenance, Reviews reviews, AwayNotes awayNotes, Threads threads) {
		this.cases = cases;
		this.messages = messages;
		this.judgements = judgements;
		this.matters = matters;
		this.consequences = consequences;
		this.revisions = revisions;
		this.versions = versions;
		this.mandates = mandates;
		this.newcomers = newcomers;
		this.orders = orders;
		this.provenance = provenance;
		this.reviews = reviews;
		this.awayNotes = awayNotes;
		this.threads = threads;
	}

	/** What looks forged waits for a person and leaves the case as it is. */
	void take(Incoming incoming, Match match) {
		if (incoming.reading().verdict().label() != VerdictReading.Label.NONE
				&& this.threads.isAwaited(incoming.message())) {
			return;
		}
		this.versions.settled(incoming, match.caseId()).ifPresent((view) -> take(incoming, match, view));
	}

	private void take(Incoming incoming, Match match, CaseView view) {
		var judgement = judged(incoming, view);
		var forged = isIn(view, incoming.message().id()) ? Optional.<String>empty() : forged(incoming, judgement);
		if (forged.isPresent()) {
			this.reviews.open(incoming.message(), Review.REFUSED + forged.get(), view.id());
			this.cases.warn(view.id(), incoming.message().id(), forged.get());
			return;
		}
		var files = this.revisions.of(incoming, view);
		if ((files != NewFiles.NONE) ? !this.revisions.isProven(incoming, view) : !mayOrder(incoming, view)) {
			return;
		}
		if (files == NewFiles.UNREAD) {
			this.revisions.await(incoming, view);
			return;
		}
		join(incoming, view, match.reason(), files == NewFiles.REVISION);
		if (!view.openedBy().equals(incoming.message().id())) {
			understand(incoming, view, judgement);
		}
	}

	/** Also what gives no verdict brings people and files into a case. */
	private Optional<String> forged(Incoming incoming, Optional<Judgement> judgement) {
		return switch (judgement.orElse(null)) {
			case Judgement.Refused refused ->
				refused.looksForged() ? Optional.of(refused.because().sentence()) : Optional.empty();
			case Judgement.Silent _ -> contradicted(incoming);
			case null -> contradicted(incoming);
			case Judgement.Accepted _, Judgement.Held _, Judgement.Waiting _ -> Optional.empty();
		};
	}

	/** What a program wrote decides nothing, and no mailbox of its owner holds a copy. */
	private Optional<String> contradicted(Incoming incoming) {
		return incoming.automatic().isPresent() ? Optional.empty() : this.provenance.forged(incoming, Set.of());
	}

	/** A mail that orders nothing new may come into the case anyhow. */
	private boolean mayOrder(Incoming incoming, CaseView view) {
		var tasks = this.orders.wanted(incoming);
		return tasks.isEmpty() || isIn(view, incoming.message().id())
				|| this.provenance.isProven(incoming, Orders.executors(tasks), Orders.DOUBT, Optional.of(view.id()));
	}

	/**
	 * Two people want to see a refused mail on the case. It stays refused: reading it
	 * again gives the same judgement.
	 */
	void release(MessageId id, CaseId caseId) {
		var message = this.messages.get(id);
		this.cases.join(caseId, new Joining(message, List.of(), "Two people let it through.", message.receivedAt()));
		this.reviews.settled(id);
		this.messages.inCase(id, caseId.value(), "Two people let it through; it decides nothing.");
	}

	private void join(Incoming incoming, CaseView view, String reason, boolean revision) {
		var message = incoming.message();
		var people = this.newcomers.of(incoming, view);
		var mayCome = this.newcomers.mayCome(people, incoming, view);
		var joining = new Joining(message, mayCome ? people : List.of(), reason, message.receivedAt());
		if (revision) {
			this.cases.revise(view.id(), joining);
		}
		else {
			this.cases.join(view.id(), joining);
		}
		this.newcomers.settle(view.id(), message.id(), mayCome ? List.of() : people);
		this.reviews.settled(message.id());
		this.messages.inCase(message.id(), view.id().value(), reason);
	}

	private static boolean isIn(CaseView view, MessageId message) {
		return view.messages().stream().anyMatch((one) -> one.message().equals(message));
	}

	private void understand(Incoming incoming, CaseView view, Optional<Judgement> judgement) {
		var automatic = incoming.automatic();
		if (automatic.isPresent()) {
			this.consequences.automatic(incoming, view, automatic.get());
			this.awayNotes.take(incoming).ifPresent((reason) -> this.consequences.remark(incoming, view, reason));
		}
		else {
			judgement.ifPresentOrElse((judged) -> this.consequences.follow(incoming, view, judged),
					() -> this.consequences.bystander(incoming, view));
		}
	}

	/** Nothing for whoever was asked nothing. */
	private Optional<Judgement> judged(Incoming incoming, CaseView view) {
		var mandates = incoming.actor().map(this.mandates::of).orElseGet(List::of);
		return (incoming.automatic().isEmpty() && !view.openedBy().equals(incoming.message().id())
				&& view.asks().stream().anyMatch((ask) -> mayAnswer(incoming, ask, mandates)))
						? Optional.of(this.judgements.judge(this.matters.reply(incoming, view, mandates)))
						: Optional.empty();
	}

	private static boolean mayAnswer(Incoming incoming, Ask ask, List<Mandate> mandates) {
		return incoming.isFrom(ask.approver())
				|| mandates.stream().anyMatch((mandate) -> mandate.principal().equals(ask.approver()));
	}

}
