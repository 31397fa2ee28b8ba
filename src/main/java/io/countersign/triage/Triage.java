package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Cases;
import io.countersign.cases.NewCase;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageRead;
import io.countersign.intake.Messages;
import io.countersign.intake.SightingAdded;
import io.countersign.reading.Reader;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides what a message is to us, in the transaction in which it was read. */
@Component
class Triage {

	private final Correlation correlation;

	private final Replies replies;

	private final Consequences consequences;

	private final DigestReplies digestReplies;

	private final Orders orders;

	private final Roles roles;

	private final Newcomers newcomers;

	private final OwnMail own;

	private final Reviews reviews;

	private final AwayNotes awayNotes;

	private final Provenance provenance;

	private final Cases cases;

	private final Messages messages;

	private final Reader reader;

	private final ChatMessages chats;

	private final TriageProperties properties;

	Triage(Correlation correlation, Replies replies, Consequences consequences, DigestReplies digestReplies,
			Orders orders, Roles roles, Newcomers newcomers, OwnMail own, Reviews reviews, AwayNotes awayNotes,
			Provenance provenance, Cases cases, Messages messages, Reader reader, ChatMessages chats,
			TriageProperties properties) {
		this.correlation = correlation;
		this.replies = replies;
		this.consequences = consequences;
		this.digestReplies = digestReplies;
		this.orders = orders;
		this.roles = roles;
		this.newcomers = newcomers;
		this.own = own;
		this.reviews = reviews;
		this.awayNotes = awayNotes;
		this.provenance = provenance;
		this.cases = cases;
		this.messages = messages;
		this.reader = reader;
		this.chats = chats;
		this.properties = properties;
	}

	@EventListener
	void on(MessageRead read) {
		var message = read.message();
		if (message.chat().isPresent()) {
			this.chats.take(message);
			return;
		}
		var ours = this.own.reason(message.from(), message.sender());
		if (ours.isPresent()) {
			this.messages.ignore(message.id(), ours.get());
			return;
		}
		var mail = Letters.of(message, this.properties.zone());
		var people = this.roles.known(message);
		if (this.digestReplies.isOne(message) && this.cases.ofMessages(List.of(message.id())).isEmpty()) {
			this.digestReplies.take(new Incoming(message, this.reader.read(mail), people, read.mode()));
			return;
		}
		match(message).ifPresentOrElse(
				(match) -> belongs(new Incoming(message, this.reader.read(mail), people, read.mode()), match),
				() -> stands(new Incoming(message, this.reader.readOpening(mail), people, read.mode())));
	}

	/**
	 * A copy in Sent Items may be the proof that a held verdict, a mail on the review
	 * list, or somebody who waits outside a case has lacked.
	 */
	@EventListener
	void on(SightingAdded added) {
		if (added.sighting().folder() == Folder.SENT && (isHeld(added) || this.digestReplies.isHeld(added.message())
				|| this.cases.isWaitedFor(added.message()) || this.reviews.find(added.message()).isPresent())) {
			this.messages.readAgain(List.of(added.message()));
		}
	}

	private boolean isHeld(SightingAdded added) {
		return this.cases.ofMessages(List.of(added.message()))
			.stream()
			.flatMap((id) -> this.cases.get(id).verdicts().stream())
			.anyMatch((verdict) -> verdict.state() == Verdict.State.HELD
					&& verdict.decision().message().equals(Optional.of(added.message())));
	}

	/** Where a message has been put once it stays. */
	private Optional<Match> match(Message message) {
		var already = this.cases.ofMessages(List.of(message.id()));
		return already.isEmpty() ? this.correlation.find(message)
				: Optional.of(new Match(already.getFirst(), "It is in this case already.", true));
	}

	/**
	 * Whoever writes into a case is somebody we know; strangers are shown to a person
	 * first.
	 */
	private void belongs(Incoming incoming, Match match) {
		var insider = incoming.authorIsKnown() || incoming.author()
			.flatMap((author) -> this.cases.get(match.caseId()).participant(author))
			.isPresent();
		if (match.sure() && insider) {
			this.replies.take(incoming, match);
		}
		else {
			if (match.sure()) {
				this.consequences.stranger(incoming);
			}
			var doubt = insider ? match.reason() + " Anybody can write that."
					: match.reason() + " Its author is neither in the directory nor in the case.";
			this.reviews.open(incoming.message(), doubt, match.caseId());
		}
	}

	private void stands(Incoming incoming) {
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
		this.newcomers.settle(id, message.id(), outside);
		this.reviews.settled(message.id());
		this.messages.inCase(message.id(), id.value(), reason);
	}

	private void ignore(Incoming incoming, String reason) {
		this.messages.ignore(incoming.message().id(), reason);
	}

}
