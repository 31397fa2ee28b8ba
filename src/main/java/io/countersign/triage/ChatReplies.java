package io.countersign.triage;

import java.util.Optional;

import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.reading.VerdictReading;
import io.countersign.verdicts.ChatGround;
import io.countersign.verdicts.Judgement;
import io.countersign.verdicts.Judgements;

import org.springframework.stereotype.Component;

/**
 * A message of a chat that is tied to a case: it joins it, and what it decides is taken
 * from it.
 */
@Component
class ChatReplies {

	private static final String NOT_ASKED = "nothing was asked of its author.";

	private final ChatWords words;

	private final ChatMatters matters;

	private final ChatPlace place;

	private final Cases cases;

	private final Messages messages;

	private final Judgements judgements;

	private final Reviews reviews;

	private final TriageProperties properties;

	ChatReplies(ChatWords words, ChatMatters matters, ChatPlace place, Cases cases, Messages messages,
			Judgements judgements, Reviews reviews, TriageProperties properties) {
		this.words = words;
		this.matters = matters;
		this.place = place;
		this.cases = cases;
		this.messages = messages;
		this.judgements = judgements;
		this.reviews = reviews;
		this.properties = properties;
	}

	void take(Message message, ChatTie tie) {
		var view = this.cases.get(tie.caseId());
		var author = message.from().map(Party::address);
		if (author.flatMap(view::participant).isEmpty()) {
			stranger(message, tie);
			return;
		}
		var reading = this.words.read(message, tie.question());
		var asked = view.asks().stream().anyMatch((ask) -> ask.approver().equals(author.get()));
		var decides = asked && reading.verdict().label() != VerdictReading.Label.NONE;
		if (tie.bond() == ChatGround.Bond.LOOSE && !tie.whole() && !decides && !ChatPlace.isIn(view, message.id())) {
			this.place.nowhere(message, "It says nothing that decides, and nothing in it names a case.");
			return;
		}
		this.place.in(view, message, tie.reason());
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
			this.place.nowhere(message,
					"It stands in a chat about a case, and its author is not known as somebody of it.");
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

	private void remark(Message message, CaseView view, String note) {
		this.cases.remark(view.id(), message.id(), note);
	}

}
