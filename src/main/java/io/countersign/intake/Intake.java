package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.countersign.documents.Documents;
import io.countersign.documents.Spool;
import io.countersign.identity.EmailAddress;
import io.countersign.work.DueRows;

/** The ledger of everything watched mailboxes have shown us. */
@Service
public class Intake {

	private static final String GONE = "It was deleted or moved before it could be fetched.";

	private final LedgerRepository ledger;

	private final ArrivalRepository arrivals;

	private final MessageRepository messages;

	private final Documents documents;

	private final MailParser parser;

	private final FreshMail fresh;

	private final Screens screens;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Intake(LedgerRepository ledger, ArrivalRepository arrivals, MessageRepository messages, Documents documents,
			MailParser parser, FreshMail fresh, Screens screens, DueRows due, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.ledger = ledger;
		this.arrivals = arrivals;
		this.messages = messages;
		this.documents = documents;
		this.parser = parser;
		this.fresh = fresh;
		this.screens = screens;
		this.due = due;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Those items of a page whose bytes are to be fetched and received. All others are in
	 * the ledger when this returns: known ones, and ruled-out ones as a keyed hash, time
	 * and reason. A draft is no mail yet and is passed over.
	 */
	public List<Arrival> wanted(List<Arrival> page) {
		return Objects.requireNonNull(this.transaction.execute((_) -> wantedOf(page)));
	}

	/**
	 * Stores a mail as it came, due to be read; or one more sighting of a mail that is
	 * stored already. Committed when this returns.
	 * @param mime the raw mail; read to its end, not closed
	 * @throws IOException when the stream breaks off; nothing has been stored then
	 */
	public MessageId receive(Arrival arrival, InputStream mime) throws IOException {
		return receive(arrival, mime, () -> {
		});
	}

	/**
	 * The same, while a claim has to be kept.
	 * @param goingOn said again and again where it takes long
	 */
	public MessageId receive(Arrival arrival, InputStream mime, Runnable goingOn) throws IOException {
		try (var raw = Spool.of(mime)) {
			goingOn.run();
			var mail = this.parser.identify(raw, goingOn);
			this.documents.prepare(List.of(raw), goingOn);
			if (Boolean.TRUE.equals(this.transaction.execute((_) -> receive(arrival, mail, raw)))) {
				this.fresh.keep(raw);
			}
			return mail.id();
		}
	}

	/**
	 * Stores a message of a chat as it came, due to be read; or one more sighting of it.
	 * @param chat what its chat is, as the provider has it
	 */
	public MessageId receive(Arrival arrival, ChatItem item, byte[] chat) throws IOException {
		try (var raw = Spool.of(ChatReading.together(item.json(), chat))) {
			var id = item.messageId();
			var identity = new MailIdentity(id, Optional.of(item.key()), item.digest());
			this.documents.prepare(List.of(raw), () -> {
			});
			this.transaction.executeWithoutResult((_) -> receive(arrival, identity, raw));
			return id;
		}
	}

	/**
	 * Whether all that is new about it are marks of others, and its words are on record.
	 */
	public boolean isOnlyMarked(EmailAddress mailbox, ChatItem item) {
		return item.isMarked() && this.messages.isKnownIn(mailbox, item.messageId());
	}

	/**
	 * The item is none of our business.
	 * @param reason in a plain sentence
	 */
	public void leave(Arrival arrival, String reason) {
		this.transaction.executeWithoutResult(
				(_) -> this.ledger.leave(Map.of(this.ledger.key(arrival), arrival), List.of(reason), "RULED_OUT"));
	}

	/**
	 * The item vanished before its bytes could be fetched. It is wanted again should the
	 * mailbox list it again.
	 */
	public void receiveGone(Arrival arrival) {
		this.transaction.executeWithoutResult((_) -> {
			this.ledger.leave(Map.of(this.ledger.key(arrival), arrival), List.of(GONE), "GONE");
			unfetchedIsGone(arrival.mailbox(), arrival.itemId());
		});
	}

	/**
	 * The bytes of the item could not be fetched and are asked for again by themselves;
	 * those behind it need not wait.
	 */
	public void receiveUnfetched(Arrival arrival) {
		this.transaction.executeWithoutResult((_) -> this.ledger.leave(Map.of(this.ledger.key(arrival), arrival),
				List.of("Its bytes could not be fetched yet and are asked for again."), "UNFETCHED"));
	}

	/**
	 * The folder is not watched any more, so nothing of it is asked for again; what had
	 * not been fetched is, should it be watched once more.
	 */
	public void leaveUnfetched(EmailAddress mailbox, Folder folder) {
		this.ledger.leaveUnfetched(mailbox, folder);
	}

	/** An item whose bytes could not be fetched has vanished meanwhile. */
	public void unfetchedIsGone(EmailAddress mailbox, String itemId) {
		this.ledger.settleUnfetched(mailbox, itemId, "GONE", GONE);
	}

	/**
	 * An item whose bytes could not be fetched is given up until the mailbox is next
	 * compared with the ledger.
	 * @param reason in a plain sentence
	 */
	public void unfetchable(EmailAddress mailbox, String itemId, String reason) {
		this.ledger.settleUnfetched(mailbox, itemId, "UNFETCHABLE", reason);
	}

	/** Those of the items, in their order, whose bytes are still to be fetched. */
	public List<String> unseen(EmailAddress mailbox, List<String> itemIds) {
		return this.ledger.unseen(mailbox, itemIds);
	}

	/**
	 * Wants the answers to this mail that had been ruled out before anybody knew that it
	 * matters. Done by itself for each message that joins a case.
	 * @param internetMessageId normalised
	 */
	public void revive(String internetMessageId) {
		this.transaction
			.executeWithoutResult((_) -> this.ledger.revive(internetMessageId).forEach(this.events::publishEvent));
	}

	private List<Arrival> wantedOf(List<Arrival> page) {
		var items = new LinkedHashMap<String, Arrival>();
		page.stream()
			.filter((arrival) -> !arrival.preview().isDraft())
			.forEach((arrival) -> items.putIfAbsent(this.ledger.key(arrival), arrival));
		if (items.isEmpty()) {
			return List.of();
		}
		var known = this.ledger.known(items);
		var unknown = new LinkedHashMap<>(items);
		unknown.keySet().removeAll(known.keySet());
		ruleOut(unknown).keySet().forEach(items::remove);
		refresh(items, known);
		known.forEach((key, entry) -> items.computeIfPresent(key, (_, arrival) -> entry.isWanted() ? arrival : null));
		return List.copyOf(items.values());
	}

	private void refresh(Map<String, Arrival> items, Map<String, LedgerRepository.Known> known) {
		var moved = new LinkedHashMap<String, Arrival>();
		known.forEach((key, entry) -> {
			var arrival = Objects.requireNonNull(items.get(key));
			if (entry.folder() != arrival.folder()) {
				moved.put(key, arrival);
			}
		});
		if (!moved.isEmpty()) {
			this.ledger.moved(moved);
		}
	}

	private Map<String, Arrival> ruleOut(Map<String, Arrival> unknown) {
		var reasons = this.screens.ruledOut(List.copyOf(unknown.values()));
		var ruledOut = new LinkedHashMap<>(unknown);
		ruledOut.values().retainAll(reasons.keySet());
		if (!ruledOut.isEmpty()) {
			this.ledger.leave(ruledOut, ruledOut.values().stream().map(reasons::get).toList(), "RULED_OUT");
		}
		return ruledOut;
	}

	/** Answers whether its bytes are new. */
	private boolean receive(Arrival arrival, MailIdentity mail, Spool raw) {
		var news = this.arrivals.receive(mail, arrival, raw.id());
		if (news.revived()) {
			// A copy that came while it was forgotten may not have been seen by whoever
			// wanted it.
			this.ledger.revive(mail.id()).forEach(this.events::publishEvent);
		}
		if (news.mail()) {
			this.documents.store(raw);
		}
		else if (news.sighting()) {
			this.events.publishEvent(new SightingAdded(mail.id(), new Sighting(arrival.mailbox(), arrival.folder(),
					arrival.itemId(), arrival.receivedAt(), arrival.preview().conversationId(), arrival.filing())));
		}
		this.due.wake("message");
		return news.mail();
	}

}
