package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tenant's people, their mailboxes, and the way of a mail between them. */
final class PostOffice {

	static final String DOMAIN = Exchange.DOMAIN;

	static final String OURS = "countersign@" + DOMAIN;

	private static final Pattern BCC = Pattern.compile("(?im)^bcc:.*\\r?\\n(?:[ \\t].*\\r?\\n)*");

	final Habits habits;

	private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

	private final Map<String, String> dismissed = new ConcurrentHashMap<>();

	private final List<String> directoryEvents = new CopyOnWriteArrayList<>();

	private final List<Map<String, Object>> sent = new CopyOnWriteArrayList<>();

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	private final Clock clock;

	PostOffice(Habits habits, Clock clock) {
		this.habits = habits;
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

	/** Somebody new, or somebody known with other facts; the mailbox stays. */
	void employ(Employee employee) {
		this.mailboxes.compute(employee.address(),
				(_, known) -> (known != null) ? known.of(employee) : new Mailbox(employee, this.clock));
		this.directoryEvents.add(employee.address());
	}

	/** One of them leaves, and his mail with him. */
	void dismiss(String address) {
		var gone = this.mailboxes.remove(address.toLowerCase(Locale.ROOT));
		if (gone != null) {
			this.dismissed.put(gone.owner.address(), gone.owner.id());
			this.directoryEvents.add(gone.owner.address());
		}
	}

	/** The id of somebody who has left. */
	Optional<String> dismissed(String address) {
		return Optional.ofNullable(this.dismissed.get(address));
	}

	/** Everybody goes, with all mail; the product's own mailbox is empty. */
	void dismissEverybody() {
		this.mailboxes.clear();
		this.directoryEvents.clear();
		this.sent.clear();
		employ(Employee.of(OURS, "Countersign", "", "It"));
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

	List<String> directoryEvents() {
		return List.copyOf(this.directoryEvents);
	}

	List<Map<String, Object>> sent() {
		return List.copyOf(this.sent);
	}

	/** Puts a mail exactly as it is into a folder. */
	Item place(Mailbox mailbox, String folder, byte[] mime, Instant received) {
		var item = mailbox.add(folder, mime, received);
		tell(mailbox, item, "created");
		return item;
	}

	/** Sends what somebody's mail program wrote. */
	void post(String author, byte[] mime) {
		find(author).ifPresent((box) -> {
			var copy = place(box, "sentitems", mime, this.clock.instant());
			deliver(box, mime, box.conversation(copy));
		});
	}

	/**
	 * Accepts a draft for sending. Who sends one again that still lies in Drafts sends a
	 * second mail.
	 */
	void send(Mailbox from, Item draft, boolean keepCopy) {
		draft.submitted = true;
		later(this.habits.draftsDelay, () -> transport(from, draft, keepCopy));
	}

	/** Its receivers get it, Sent Items shows it after the delay. */
	private void transport(Mailbox from, Item draft, boolean keepCopy) {
		draft.draft = false;
		deliver(from, draft.mime, from.conversation(draft));
		if (!keepCopy) {
			from.delete(draft);
		}
		else if (this.habits.sentIdChanges) {
			from.delete(draft);
			var id = draft.immutableId.substring(0, draft.immutableId.length() - 4) + "xyz=";
			later(this.habits.sentDelay, () -> keep(from, id, draft));
		}
		else if (this.habits.sentDelay.isZero()) {
			move(from, draft, from.folder("sentitems").orElseThrow());
		}
		else {
			from.delete(draft);
			later(this.habits.sentDelay, () -> keep(from, draft.immutableId, draft));
		}
	}

	/** What is thrown away lies in Deleted Items, and from there is gone. */
	void discard(Mailbox mailbox, Item item) {
		var bin = mailbox.folder("deleteditems").orElseThrow();
		if (item.folder.equals(bin.id)) {
			mailbox.delete(item);
		}
		else {
			mailbox.move(item, bin);
		}
		tell(mailbox, item, "deleted");
	}

	void move(Mailbox mailbox, Item item, Folder to) {
		mailbox.move(item, to);
		tell(mailbox, item, "created");
	}

	void tell(Mailbox mailbox, Item item, String changeType) {
		this.listeners.forEach((listener) -> listener.changed(mailbox, item, changeType));
	}

	private void deliver(Mailbox from, byte[] mime, String conversation) {
		var now = this.clock.instant();
		var facts = MimeFacts.of(mime);
		var recipients = Stream.of("To", "Cc", "Bcc")
			.flatMap((name) -> facts.addresses(name).stream())
			.distinct()
			.toList();
		var record = new LinkedHashMap<String, Object>();
		record.put("sender", from.owner.address());
		record.put("recipients", recipients);
		record.put("subject", facts.subject());
		record.put("mime", Base64.getEncoder().encodeToString(mime));
		record.put("conversation", conversation);
		record.put("at", now.toString());
		this.sent.add(record);
		var delivered = stamped(mime, now);
		for (var address : recipients) {
			var box = find(address).filter((one) -> one.owner.mailbox());
			if (this.habits.unreachable.contains(address) || (box.isEmpty() && address.endsWith("@" + DOMAIN))) {
				place(from, "inbox", NonDelivery.of(address, from.owner.address(), facts, now), now);
			}
			else {
				box.ifPresent((one) -> place(one, "inbox", delivered, now));
			}
		}
	}

	/** What receivers get has a transport's line on top and no Bcc. */
	private static byte[] stamped(byte[] mime, Instant now) {
		var mail = new String(mime, StandardCharsets.ISO_8859_1);
		var end = Math.max(0, mail.indexOf("\r\n\r\n") + 2);
		var header = BCC.matcher(mail.substring(0, end)).replaceAll("");
		var received = "Received: from MBX1.%s (10.0.0.7) by MBX2.%s (10.0.0.8) with Microsoft SMTP Server id %s; %s\r\n"
			.formatted(DOMAIN, DOMAIN, UUID.randomUUID(),
					DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
		return (received + header + mail.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
	}

	private void keep(Mailbox from, String id, Item draft) {
		var copy = from.add(id, "sentitems", draft.mime, this.clock.instant());
		copy.properties.putAll(draft.properties);
		tell(from, copy, "created");
	}

	private static void later(Duration delay, Runnable work) {
		if (delay.isZero()) {
			work.run();
			return;
		}
		Thread.ofVirtual().start(() -> {
			try {
				Thread.sleep(delay);
				work.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

}
