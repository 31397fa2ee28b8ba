package io.countersign.sandbox.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The tenant's people, their mailboxes, and the way of a mail between them. */
final class PostOffice {

	static final String DOMAIN = Exchange.DOMAIN;

	static final String OURS = "countersign@" + DOMAIN;

	private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

	private final List<Map<String, Object>> sent = new CopyOnWriteArrayList<>();

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	private final Clock clock;

	volatile Duration sentCopyDelay = Duration.ZERO;

	volatile boolean sentIdChanges;

	PostOffice(Clock clock) {
		this.clock = clock;
		employ(Employee.of(OURS, "Countersign", "", "It"));
	}

	/** Hears of every item that came or changed. */
	interface Listener {

		void changed(Mailbox mailbox, Item item, String changeType);

	}

	void listen(Listener listener) {
		this.listeners.add(listener);
	}

	void employ(Employee employee) {
		this.mailboxes.computeIfAbsent(employee.address(), (_) -> new Mailbox(employee));
	}

	void replace(Employee employee) {
		if (!this.mailboxes.containsKey(employee.address())) {
			employ(employee);
		}
	}

	Optional<Mailbox> find(String addressOrId) {
		var lower = addressOrId.toLowerCase(Locale.ROOT);
		return Optional.ofNullable(this.mailboxes.get(lower))
			.or(() -> this.mailboxes.values().stream().filter((box) -> box.owner.id().equals(lower)).findFirst());
	}

	List<Mailbox> all() {
		return this.mailboxes.values()
			.stream()
			.sorted((one, other) -> one.owner.address().compareTo(other.owner.address()))
			.toList();
	}

	Item place(Mailbox mailbox, String folder, byte[] mime, Instant received) {
		var item = mailbox.add(folder, mime, received, false);
		tell(mailbox, item, "created");
		return item;
	}

	/** Sends what somebody's mail program wrote. */
	void post(String author, byte[] mime) {
		var now = this.clock.instant();
		find(author).ifPresent((box) -> {
			var copy = place(box, "sentitems", mime, now);
			deliver(box, mime, box.conversation(copy), now);
		});
	}

	/**
	 * Hands a draft to transport: its receivers get it, Sent Items shows it after the
	 * delay.
	 */
	void send(Mailbox from, Item draft) {
		var now = this.clock.instant();
		deliver(from, draft.mime, from.conversation(draft), now);
		from.delete(draft);
		var id = this.sentIdChanges ? draft.immutableId.substring(0, draft.immutableId.length() - 4) + "xyz="
				: draft.immutableId;
		if (this.sentCopyDelay.isZero()) {
			keep(from, id, draft, now);
		}
		else {
			Thread.ofVirtual().start(() -> {
				try {
					Thread.sleep(this.sentCopyDelay);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				keep(from, id, draft, now);
			});
		}
	}

	List<Map<String, Object>> sent() {
		return new ArrayList<>(this.sent);
	}

	void tell(Mailbox mailbox, Item item, String changeType) {
		this.listeners.forEach((listener) -> listener.changed(mailbox, item, changeType));
	}

	private void deliver(Mailbox from, byte[] mime, String conversation, Instant now) {
		var facts = MimeFacts.of(mime);
		var recipients = Stream.of("To", "Cc", "Bcc")
			.flatMap((name) -> facts.addresses(name).stream())
			.distinct()
			.toList();
		this.sent.add(Map.of("sender", from.owner.address(), "recipients", recipients, "mime",
				Base64.getEncoder().encodeToString(mime), "conversation", conversation, "at", now.toString()));
		recipients.forEach((address) -> find(address).ifPresent((box) -> place(box, "inbox", mime, now)));
	}

	private void keep(Mailbox from, String id, Item draft, Instant now) {
		var copy = from.add(id, "sentitems", draft.mime, now, false);
		copy.properties.putAll(draft.properties);
		tell(from, copy, "created");
	}

}
