package io.countersign.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.countersign.documents.Documents;
import io.countersign.documents.Spool;
import io.countersign.intake.MessageRepository.Stored;
import io.countersign.work.Claim;
import io.countersign.work.DueRows;
import io.countersign.work.DueTable;
import io.countersign.work.Work;

/**
 * Reads one message: parsed outside any transaction, then one transaction for its files,
 * its text, and everything that follows from it.
 */
@Component
class MessageReading implements Work {

	private static final Duration PARENT_PAUSE = Duration.ofMillis(300);

	private final MessageRepository messages;

	private final Documents documents;

	private final MailParser parser;

	private final FreshMail fresh;

	private final ChatReading chats;

	private final Infections infections;

	private final DueTable due;

	private final Duration lease;

	private final Duration parentWait;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	MessageReading(MessageRepository messages, Documents documents, MailParser parser, FreshMail fresh,
			ChatReading chats, Infections infections, DueRows due, IntakeProperties properties,
			ApplicationEventPublisher events, PlatformTransactionManager transactions) {
		this.messages = messages;
		this.documents = documents;
		this.parser = parser;
		this.fresh = fresh;
		this.chats = chats;
		this.infections = infections;
		this.due = due.table("message");
		this.lease = properties.lease();
		this.parentWait = properties.parentWait();
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void work(Claim claim) throws IOException {
		var stored = this.messages.stored(claim);
		if (stored.isPresent()) {
			read(claim, stored.get());
		}
		else {
			this.due.done(claim);
		}
	}

	@Override
	public void giveUp(Claim claim, String reason) {
		var sentence = "It could not be read: " + reason.lines().findFirst().orElse("the reason is in the log.");
		this.transaction.executeWithoutResult((_) -> {
			if (this.messages.quarantine(claim, sentence)) {
				this.events.publishEvent(new MessageQuarantined(new MessageId(claim.id()), sentence, claim.attempts()));
			}
		});
	}

	private void read(Claim claim, Stored stored) throws IOException {
		if (stored.chat()) {
			readChat(claim, stored);
			return;
		}
		var began = System.nanoTime();
		Runnable goingOn = () -> this.due.keep(claim, this.lease);
		try (var mail = this.parser.parse(raw(stored), goingOn)) {
			this.documents.prepare(mail.files(), goingOn);
			if (System.nanoTime() - began > this.lease.toNanos() / 3) {
				this.due.keep(claim, this.lease);
			}
			var message = mail.message(stored.id(), stored.raw(), stored.digest(), stored.receivedAt());
			if (stored.waited().compareTo(this.parentWait) < 0 && this.messages.waitsForParent(message)) {
				this.due.postpone(claim, PARENT_PAUSE, "It waits until the mail it answers has been read.");
				return;
			}
			this.transaction.executeWithoutResult((_) -> commit(claim, stored, message, mail.files()));
		}
	}

	private RawMail raw(Stored stored) {
		return this.fresh.take(stored.raw())
			.<RawMail>map((mail) -> mail::open)
			.orElse(() -> this.documents.open(stored.raw(), 0));
	}

	/** What is said in a chat means what was said before makes of it. */
	private void readChat(Claim claim, Stored stored) throws IOException {
		try (var json = this.documents.open(stored.raw(), 0)) {
			var message = this.chats.read(stored, json);
			if (stored.waited().compareTo(this.parentWait) < 0
					&& message.chat().filter((chat) -> this.messages.waitsForEarlier(chat, stored.id())).isPresent()) {
				this.due.postpone(claim, PARENT_PAUSE, "It waits until what was said before it has been read.");
				return;
			}
			this.transaction.executeWithoutResult((_) -> commit(claim, stored, message, List.of()));
		}
	}

	private void commit(Claim claim, Stored stored, Message message, List<Spool> files) {
		if (!this.messages.read(claim, message, MessageJson.write(message))) {
			throw new IllegalStateException("Message %s has been taken over or forgotten".formatted(claim.id()));
		}
		this.documents.store(files);
		var complete = this.messages.complete(message);
		AtHand.during(complete, stored.mode(),
				() -> this.events.publishEvent(new MessageRead(complete, stored.mode(), stored.again())));
		this.infections.check(message);
	}

}
