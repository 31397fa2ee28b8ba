package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Joining;
import io.countersign.cases.SourceChange;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.ChatGround;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/**
 * Decides what a message of a chat is to us. It opens no case: it belongs to one that
 * somebody has named, or is shown to a person, or is none of our business.
 */
@Component
class ChatMessages {

	private static final String NOT_ASKED = "nothing was asked of its author.";

	private final ChatTies ties;

	private final ChatWords words;

	private final ChatMatters matters;

	private final Cases cases;

	private final Messages messages;

	private final Judgements judgements;

	private final Reviews reviews;

	private final TriageProperties properties;

	ChatMessages(ChatTies ties, ChatWords words, ChatMatters matters, Cases cases, Messages messages,
			Judgements judgements, Reviews reviews, TriageProperties properties) {
		this.ties = ties;
		this.words = words;
		this.matters = matters;
		this.cases = cases;
		this.messages = messages;
		this.judgements = judgements;
		this.reviews = reviews;
		this.properties = properties;
	}

	void take(Message message) {
		var chat = message.chat().orElseThrow();
		if (!this.matters.isComplete(message) && this.matters.isWatched(message)) {
			this.messages.later(message.id(), this.properties.lookAgain(),
					"It waits until everything that was said before it is on record.");
			return;
		}
		var others = others(message, chat);
		var home = home(message, others);
		if (home.isPresent() && !others.isEmpty() && version(message, home.get(), others)) {
			return;
		}
		if (chat.isDeleted()) {
			ignore(message, "Its author has deleted it, and nothing of it is in a case.");
		}
		else if (chat.author().filter((author) -> !author.person()).isPresent()) {
			ignore(message, "A program wrote it.");
		}
		else {
			sort(message, home);
		}
	}

	/** Where it is, or an earlier version of it. */
	private Optional<CaseId> home(Message message, List<Message> others) {
		return this.cases.ofMessages(List.of(message.id()))
			.stream()
			.findFirst()
			.or(() -> this.cases.ofMessages(others.stream().map(Message::id).toList()).stream().findFirst());
	}

	/**
	 * What was taken from an earlier version stays, and is marked. Answers whether that
	 * is all.
	 */
	private boolean version(Message message, CaseId id, List<Message> others) {
		var chat = message.chat().orElseThrow();
		var before = this.cases.get(id);
		join(message, before, chat.isDeleted() ? "Its author has deleted a message of this case."
				: "It is another version of a message of this case.");
		var earlier = others.stream()
			.filter((one) -> one.chat().orElseThrow().modifiedAt().isBefore(chat.modifiedAt()))
			.map(Message::id)
			.toList();
		var rested = before.verdicts()
			.stream()
			.filter((verdict) -> verdict.decision().message().filter(earlier::contains).isPresent())
			.toList();
		var kind = chat.isDeleted() ? SourceChange.Kind.DELETED : SourceChange.Kind.EDITED;
		var at = chat.deletedAt().or(chat::editedAt).orElse(chat.modifiedAt());
		rested
			.forEach((verdict) -> this.cases.sourceChanged(id, verdict.id(), new SourceChange(kind, message.id(), at)));
		return chat.isDeleted() || !rested.isEmpty();
	}

	private void sort(Message message, Optional<CaseId> home) {
		var ties = this.ties.of(message);
		var ids = ties.stream().map(ChatTie::caseId).distinct().toList();
		if (home.isPresent()) {
			ties.stream()
				.filter((tie) -> tie.caseId().equals(home.get()))
				.findFirst()
				.ifPresent((tie) -> belongs(message, tie));
		}
		else if (ids.size() > 1) {
			this.reviews.open(message, "It names more than one case.");
		}
		else if (ids.isEmpty()) {
			stands(message);
		}
		else {
			belongs(message, ties.getFirst());
		}
	}

	private void belongs(Message message, ChatTie tie) {
		var view = this.cases.get(tie.caseId());
		var author = message.from().map(Party::address);
		if (author.flatMap(view::participant).isEmpty()) {
			stranger(message, tie);
			return;
		}
		var reading = this.words.read(message, tie.question());
		var asked = view.asks().stream().anyMatch((ask) -> ask.approver().equals(author.get()));
		var decides = asked && reading.verdict().label() != VerdictReading.Label.NONE;
		if (tie.bond() == ChatGround.Bond.LOOSE && !tie.whole() && !decides && !isIn(view, message.id())) {
			ignore(message, "It says nothing that decides, and nothing in it names a case.");
			return;
		}
		join(message, view, tie.reason());
		if (asked && view.verdicts()
			.stream()
			.noneMatch((verdict) -> verdict.decision().message().equals(Optional.of(message.id())))) {
			follow(message, view, this.judgements.judge(this.matters.reply(message, view, tie, reading)));
		}
		else if (!asked && reading.verdict().label() != VerdictReading.Label.NONE && !isRequester(view, author.get())) {
			this.judgements.refuse(message, new Judgement.Reason("person", NOT_ASKED));
			remark(message, view, "It gives no verdict: " + NOT_ASKED);
		}
	}

	/** What the requester says of his own request is no answer to it. */
	private static boolean isRequester(CaseView view, EmailAddress author) {
		return view.requester().filter((one) -> one.address().equals(author)).isPresent();
	}

	/** Only who names a case by himself wants something of it. */
	private void stranger(Message message, ChatTie tie) {
		if (tie.bond() == ChatGround.Bond.NAMES) {
			this.reviews.open(message, tie.reason() + " Its author is not known as somebody of the case.",
					tie.caseId());
		}
		else {
			ignore(message, "It stands in a chat about a case, and its author is not known as somebody of it.");
		}
	}

	private void follow(Message message, CaseView view, Judgement judgement) {
		switch (judgement) {
			case Judgement.Accepted accepted -> this.cases.decide(view.id(), accepted.decision(), null);
			case Judgement.Held held -> this.cases.hold(view.id(), held.decision(), held.reasons());
			case Judgement.Refused refused -> {
				remark(message, view, "It gives no verdict: " + refused.because().sentence());
				if (refused.isOnlyLate()) {
					message.from()
						.ifPresent((from) -> this.cases.late(view.id(), message.id(), from.address(),
								refused.because().sentence()));
				}
			}
			case Judgement.Silent silent -> remark(message, view, silent.remark());
			case Judgement.Waiting waiting ->
				this.messages.later(message.id(), this.properties.lookAgain(), waiting.reason());
		}
	}

	/** Nobody has named a case; what may be meant for one is for a person to say. */
	private void stands(Message message) {
		var author = message.from().map(Party::address);
		var reading = this.words.read(message, Optional.empty());
		var likely = (author.isPresent() && reading.verdict().label() != VerdictReading.Label.NONE)
				? this.cases.waitingFor(author.get(), company(message)) : List.<CaseId>of();
		if (!likely.isEmpty()) {
			var doubt = "It may answer what somebody in this chat has asked of its author, and names no case.";
			if (likely.size() == 1) {
				this.reviews.open(message, doubt, likely.getFirst());
			}
			else {
				this.reviews.open(message, doubt);
			}
		}
		else if (author.isPresent() && wants(reading)) {
			this.reviews.open(message, "It asks for a decision or for work in a chat, where no case begins: "
					+ reading.request().reason());
		}
		else {
			ignore(message, "It names no case, and nothing it may answer was asked of its author.");
		}
	}

	private boolean wants(Reading reading) {
		var intent = reading.request().intent();
		return (intent == RequestReading.Intent.APPROVAL_REQUEST || intent == RequestReading.Intent.TASK_ORDER)
				&& reading.request().confidence() >= this.properties.certain();
	}

	private static List<EmailAddress> company(Message message) {
		return message.chat()
			.map(ChatEvidence::members)
			.orElseGet(List::of)
			.stream()
			.flatMap((member) -> member.address().stream())
			.toList();
	}

	private void join(Message message, CaseView view, String reason) {
		if (!isIn(view, message.id())) {
			this.cases.join(view.id(), new Joining(message, List.of(), reason, message.receivedAt()));
			this.reviews.settled(message.id());
			this.messages.inCase(message.id(), view.id().value(), reason);
		}
	}

	private static boolean isIn(CaseView view, MessageId message) {
		return view.messages().stream().anyMatch((one) -> one.message().equals(message));
	}

	private void remark(Message message, CaseView view, String note) {
		this.cases.remark(view.id(), message.id(), note);
	}

	private void ignore(Message message, String reason) {
		this.reviews.settled(message.id());
		this.messages.ignore(message.id(), reason);
	}

	/** The other versions of it that have been read. */
	private List<Message> others(Message message, ChatEvidence chat) {
		return this.messages.byInternetMessageId(chat.key())
			.stream()
			.filter((id) -> !id.equals(message.id()))
			.flatMap((id) -> this.messages.find(id).stream())
			.filter((one) -> one.chat().isPresent())
			.toList();
	}

}
