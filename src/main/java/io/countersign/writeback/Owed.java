package io.countersign.writeback;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.PageOrder;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.work.DueRows;

import org.springframework.stereotype.Component;

/** Writes an answer down that is owed, under its stable key, for those who may get it. */
@Component
class Owed {

	private static final Logger log = LoggerFactory.getLogger(Owed.class);

	private final WritebackRepository writebacks;

	private final Cases cases;

	private final Messages messages;

	private final People people;

	private final Loops loops;

	private final WritebackProperties properties;

	private final DueRows due;

	Owed(WritebackRepository writebacks, Cases cases, Messages messages, People people, Loops loops,
			WritebackProperties properties, DueRows due) {
		this.writebacks = writebacks;
		this.cases = cases;
		this.messages = messages;
		this.people = people;
		this.loops = loops;
		this.properties = properties;
		this.due = due;
	}

	/**
	 * RL-7: a mail that a program or we have sent is not answered. What its case is about
	 * is told all the same, in a mail of its own; so it is where a page has opened the
	 * case and there is no mail to answer.
	 */
	void intend(CaseId caseId, Writeback.Kind kind, String occasion, @Nullable String verdict, MessageId answers,
			Set<EmailAddress> audience, String internetMessageId) {
		var recipients = known(audience);
		var loop = this.messages.find(answers).flatMap(this.loops::reason);
		if (loop.isPresent() && kind.answersItsWriter()) {
			log.atInfo()
				.addKeyValue("case", caseId)
				.addKeyValue("message", answers)
				.addKeyValue("reason", loop.get())
				.log("No answer is sent");
			return;
		}
		if (recipients.isEmpty()) {
			return;
		}
		var id = MailNames.row(caseId + "\n" + kind + "\n" + occasion);
		var mail = (loop.isPresent() || PageOrder.isNamed(answers)) ? null : answers;
		if (this.writebacks.insert(id, caseId, kind, verdict, mail, recipients, internetMessageId)) {
			this.cases.answered(caseId, internetMessageId);
		}
		this.due.wake("writeback");
	}

	/** For a mail that belongs to no case, once for each occasion. */
	void intend(Writeback.Kind kind, String occasion, MessageId answers, Set<EmailAddress> audience,
			String internetMessageId) {
		var recipients = known(audience);
		if (!recipients.isEmpty()) {
			this.writebacks.insert(MailNames.row(occasion), null, kind, null, answers, recipients, internetMessageId);
			this.due.wake("writeback");
		}
	}

	/**
	 * RL-9: only people the directory vouches for; our own mailbox is nobody to write to.
	 */
	Collection<EmailAddress> known(Set<EmailAddress> audience) {
		var found = this.people.findAll(audience);
		return audience.stream()
			.filter((address) -> found.containsKey(address) && found.get(address).inDirectory())
			.filter((address) -> !address.equals(this.properties.mailbox()))
			.toList();
	}

}
