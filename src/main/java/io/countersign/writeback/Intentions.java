package io.countersign.writeback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.AskEvent;
import io.countersign.cases.CasePurged;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.DigestAnswered;
import io.countersign.cases.Digests;
import io.countersign.cases.Participant;
import io.countersign.cases.QuestionSeal;
import io.countersign.cases.VerdictEvent;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.work.DueRows;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction of a verdict or an order, the one answer the thread
 * gets.
 */
@Component
class Intentions {

	private final WritebackRepository writebacks;

	private final Owed owed;

	private final Cases cases;

	private final Messages messages;

	private final Loops loops;

	private final WritebackProperties properties;

	private final DueRows due;

	private final QuestionSeal seal;

	private final Digests digests;

	private final DigestSubscriptions subscriptions;

	private final DigestWriter digestWriter;

	private final MailNames names;

	private final Clock clock;

	Intentions(WritebackRepository writebacks, Owed owed, Cases cases, Messages messages, Loops loops,
			WritebackProperties properties, DueRows due, QuestionSeal seal, Digests digests,
			DigestSubscriptions subscriptions, DigestWriter digestWriter, MailNames names, Clock clock) {
		this.writebacks = writebacks;
		this.owed = owed;
		this.cases = cases;
		this.messages = messages;
		this.loops = loops;
		this.properties = properties;
		this.due = due;
		this.seal = seal;
		this.digests = digests;
		this.subscriptions = subscriptions;
		this.digestWriter = digestWriter;
		this.names = names;
		this.clock = clock;
	}

	/** What is filled in later from old mail concerns nobody's inbox. */
	@EventListener
	void on(VerdictEvent.CaseDecided decided) {
		if (decided.mode() != Mode.LIVE) {
			return;
		}
		var view = this.cases.get(decided.caseId());
		var decision = decided.verdict().decision();
		var requester = view.requester().map(Participant::address);
		var audience = new LinkedHashSet<EmailAddress>();
		requester.ifPresent(audience::add);
		var reply = decision.message().flatMap(this.messages::find);
		var answersDigest = reply.filter(this::answersDigest).isPresent();
		if (!answersDigest) {
			audience.add(decision.decidedFor());
		}
		var answers = reply.filter((mail) -> !answersDigest && mail.chat().isEmpty())
			.filter((mail) -> requester.isEmpty() || got(mail, requester.get()))
			.map(Message::id)
			.orElseGet(() -> asked(view, decided));
		var id = decided.verdict().id();
		this.owed.intend(view.id(), Writeback.Kind.RECEIPT, id, id, answers, audience,
				view.openAsk(decision.decidedFor())
					.filter((ask) -> !answersDigest && decided.verdict().approves() && !ask.id().equals(decision.ask()))
					.map(this::again)
					.orElseGet(this.names::unguessable));
	}

	/**
	 * Scenario 6: whoever has approved an older version is asked once about the newer
	 * one. Who answers this mail answers about that.
	 */
	@EventListener
	void on(VerdictEvent.VersionDoubted doubted) {
		var view = this.cases.get(doubted.caseId());
		if (doubted.mode() == Mode.LIVE) {
			var audience = new LinkedHashSet<EmailAddress>(List.of(doubted.ask().approver()));
			view.requester().map(Participant::address).ifPresent(audience::add);
			this.owed.intend(view.id(), Writeback.Kind.AGAIN, doubted.ask().id().value(), doubted.verdict(),
					doubted.ask().message(), audience, again(doubted.ask()));
		}
	}

	private String again(Ask ask) {
		return this.seal.again(ask, this.clock.instant().plus(this.properties.questionsStand()),
				this.properties.mailbox().domain());
	}

	/**
	 * Whoever has answered a digest hears once what became of all his answers, in answer
	 * to that mail; the directory's address is the only one it goes to. It also stands
	 * for the questions about those that are held.
	 */
	@EventListener
	void on(DigestAnswered answered) {
		var recipients = this.owed.known(Set.of(answered.digest().person()));
		var loop = this.messages.find(answered.message()).flatMap(this.loops::reason);
		if (answered.mode() != Mode.LIVE || recipients.isEmpty() || loop.isPresent() || isInVain(answered)) {
			return;
		}
		var isRead = answered.results().stream().anyMatch((one) -> one.standing() == DigestAnswered.Standing.COUNTED);
		var id = MailNames.row(answered.digest().id() + "\n" + (isRead ? answered.message() : "nothing counted"));
		if (this.writebacks.insert(id, null, Writeback.Kind.DIGEST_ANSWER, null, answered.message(), recipients,
				this.names.unguessable())) {
			var language = this.subscriptions.language(answered.digest().person()).orElse(Locale.of("da"));
			this.writebacks.keep(id, this.digestWriter.write(answered, language));
			this.due.wake("writeback");
		}
	}

	/** VA-19: what was refused is answered to nobody. */
	private static boolean isInVain(DigestAnswered answered) {
		return answered.results().stream().allMatch((one) -> one.outcome().isEmpty())
				&& answered.results().stream().anyMatch((one) -> one.standing() == DigestAnswered.Standing.REFUSED);
	}

	@EventListener
	void on(AskEvent.TaskOrdered ordered) {
		if (ordered.mode() != Mode.LIVE) {
			return;
		}
		var view = this.cases.get(ordered.caseId());
		this.owed.intend(view.id(), Writeback.Kind.TASK, ordered.message().value(), null, ordered.message(),
				new LinkedHashSet<>(List.of(ordered.orderedBy(), ordered.task().assignee())), this.names.unguessable());
	}

	/**
	 * VA-19: only whoever was asked is asked again, at the address the directory has, in
	 * answer to the mail that asked him first. What the doubtful mail says of itself
	 * leads nowhere. Who answers in vain is not asked again the same day.
	 */
	@EventListener
	void on(VerdictEvent.VerdictHeld held) {
		var view = this.cases.get(held.caseId());
		var decision = held.verdict().decision();
		if (decision.message().flatMap(this.messages::find).filter(this::answersDigest).isPresent()) {
			return;
		}
		var asked = view.confirmable(held.verdict());
		if (held.mode() == Mode.LIVE && view.state() == CaseState.WAITING && asked.isPresent()) {
			var ends = this.clock.instant().plus(this.properties.questionsStand());
			var name = this.seal.name(held.verdict(), asked.get(), ends, this.properties.mailbox().domain());
			this.owed.intend(view.id(), Writeback.Kind.QUESTION, asked.get().id() + "/" + today(), held.verdict().id(),
					asked.get().message(), Set.of(decision.decidedFor()), name);
		}
	}

	/** DP-3: whom a purged case has written to is forgotten, and nothing more is sent. */
	@EventListener
	void on(CasePurged purged) {
		this.writebacks.forget(purged.caseId());
	}

	private LocalDate today() {
		return this.clock.instant().atZone(this.properties.zone()).toLocalDate();
	}

	/**
	 * What is quoted of such a mail names other cases, so nothing in a thread of a case
	 * answers it.
	 */
	private boolean answersDigest(Message message) {
		return this.digests.areNamed(message.threading().ancestors());
	}

	private static boolean got(Message reply, EmailAddress requester) {
		return reply.to().stream().anyMatch((to) -> to.address().equals(requester))
				|| reply.cc().stream().anyMatch((cc) -> cc.address().equals(requester));
	}

	private static MessageId asked(CaseView view, VerdictEvent.CaseDecided decided) {
		return view.asks()
			.stream()
			.filter((ask) -> ask.id().equals(decided.verdict().decision().ask()))
			.map((ask) -> ask.message())
			.findFirst()
			.orElse(view.openedBy());
	}

}
