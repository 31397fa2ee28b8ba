package io.countersign.triage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Decision;
import io.countersign.cases.Joining;
import io.countersign.cases.NewCase;
import io.countersign.cases.Outcome;
import io.countersign.cases.Participant;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.ReadingProgress;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.Cost;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;
import io.countersign.verdicts.Matter;
import io.countersign.verdicts.Reply;

import org.springframework.stereotype.Component;

/**
 * A message that belongs to a case: it joins it, and what it decides is taken from it.
 */
@Component
class Replies {

	private final Cases cases;

	private final Messages messages;

	private final ReadingProgress progress;

	private final Judgements judgements;

	private final Revisions revisions;

	private final Mandates mandates;

	private final OwnMail own;

	private final Roles roles;

	private final Newcomers newcomers;

	private final Orders orders;

	private final Provenance provenance;

	private final Questions questions;

	private final Costs costs;

	private final Reviews reviews;

	private final AwayNotes awayNotes;

	private final TriageProperties properties;

	private final Clock clock;

	Replies(Cases cases, Messages messages, ReadingProgress progress, Judgements judgements, Revisions revisions,
			Mandates mandates, OwnMail own, Roles roles, Newcomers newcomers, Orders orders, Provenance provenance,
			Questions questions, Costs costs, Reviews reviews, AwayNotes awayNotes, TriageProperties properties,
			Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.progress = progress;
		this.judgements = judgements;
		this.revisions = revisions;
		this.mandates = mandates;
		this.own = own;
		this.roles = roles;
		this.newcomers = newcomers;
		this.orders = orders;
		this.provenance = provenance;
		this.questions = questions;
		this.costs = costs;
		this.reviews = reviews;
		this.awayNotes = awayNotes;
		this.properties = properties;
		this.clock = clock;
	}

	/** What looks forged waits for a person and leaves the case as it is. */
	void take(Incoming incoming, Match match) {
		var view = this.cases.get(match.caseId());
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
		var tasks = orders(incoming);
		return tasks.isEmpty() || isIn(view, incoming.message().id())
				|| this.provenance.isProven(incoming, Orders.executors(tasks), Orders.DOUBT, Optional.of(view.id()));
	}

	private List<NewCase.NewTask> orders(Incoming incoming) {
		return (incoming.automatic().isEmpty() && incoming.request().intent() == RequestReading.Intent.TASK_ORDER)
				? this.orders.of(incoming) : List.of();
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
			remark(incoming, view, "It gives no verdict: " + automatic.get());
			this.awayNotes.take(incoming).ifPresent((reason) -> remark(incoming, view, reason));
		}
		else {
			judgement.ifPresentOrElse((judged) -> follow(incoming, view, judged), () -> bystander(incoming, view));
		}
	}

	/** Nothing for whoever was asked nothing. */
	private Optional<Judgement> judged(Incoming incoming, CaseView view) {
		var mandates = incoming.actor().map(this.mandates::of).orElseGet(List::of);
		return (incoming.automatic().isEmpty() && !view.openedBy().equals(incoming.message().id())
				&& view.asks().stream().anyMatch((ask) -> mayAnswer(incoming, ask, mandates)))
						? Optional.of(this.judgements.judge(reply(incoming, view, mandates))) : Optional.empty();
	}

	private static boolean mayAnswer(Incoming incoming, Ask ask, List<Mandate> mandates) {
		return incoming.isFrom(ask.approver())
				|| mandates.stream().anyMatch((mandate) -> mandate.principal().equals(ask.approver()));
	}

	private void follow(Incoming incoming, CaseView view, Judgement judgement) {
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
					List.of(delegate.get()));
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
		var tasks = orders(incoming);
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

	private void remark(Incoming incoming, CaseView view, String note) {
		this.cases.remark(view.id(), incoming.message().id(), note);
	}

	private Reply reply(Incoming incoming, CaseView view, List<Mandate> mandates) {
		var message = incoming.message();
		var sent = incoming.actor().flatMap((actor) -> this.progress.of(actor, Folder.SENT));
		var named = Stream
			.concat(this.questions.asksNamed(message, view).stream(),
					this.cases.asksNamed(List.copyOf(message.threading().ancestors())).stream())
			.distinct()
			.toList();
		var matter = new Matter(view.state(), view.type(), view.requester().map(Participant::address), view.asks(),
				this.questions.answered(message, view), cost(view, mandates), unasked(view));
		return new Reply(message, message.sightings(), matter, named, incoming.people(), mandates, sent,
				this.own.mailboxes(message), repeated(message, view), Optional.empty(), Optional.empty(),
				incoming.reading().own(), incoming.reading().verdict(), this.clock.instant());
	}

	/**
	 * Mails that brought another version of what was asked, and ask nothing themselves.
	 */
	private Set<String> unasked(CaseView view) {
		var asking = view.asks().stream().map(Ask::message).toList();
		return view.asks()
			.stream()
			.flatMap((ask) -> view.newerThan(ask.documents()).stream())
			.map(CaseDocument::message)
			.distinct()
			.filter((message) -> !asking.contains(message))
			.flatMap((message) -> this.messages.find(message).stream())
			.flatMap((message) -> message.internetMessageId().stream())
			.collect(Collectors.toSet());
	}

	/** Asked for only where it matters. */
	private Optional<Cost> cost(CaseView view, List<Mandate> mandates) {
		return mandates.stream().allMatch((mandate) -> mandate.maxAmount() == null) ? Optional.empty()
				: this.costs.of(view);
	}

	/** Another mail under the same Message-ID whose verdict the case holds. */
	private Optional<MessageId> repeated(Message message, CaseView view) {
		var others = message.internetMessageId().map(this.messages::byInternetMessageId).orElseGet(List::of);
		return view.verdicts()
			.stream()
			.flatMap((verdict) -> verdict.decision().message().stream())
			.filter((source) -> !source.equals(message.id()) && others.contains(source))
			.findFirst();
	}

}
