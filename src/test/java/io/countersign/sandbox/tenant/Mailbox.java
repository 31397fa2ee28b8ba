package io.countersign.sandbox.tenant;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One person's mailbox with everything that has happened in it, in order. */
final class Mailbox {

	private static final SecureRandom RANDOM = new SecureRandom();

	final Employee owner;

	final AtomicInteger calls = new AtomicInteger();

	private final Map<String, Item> items = new LinkedHashMap<>();

	private final List<Change> changes = new ArrayList<>();

	Mailbox(Employee owner) {
		this.owner = owner;
	}

	/** An item came into a folder, was changed there, or left it. */
	record Change(long number, String folder, Item item, boolean removed) {
	}

	synchronized Item add(String folder, byte[] mime, Instant received, boolean draft) {
		return add(newId(), folder, mime, received, draft);
	}

	synchronized Item add(String id, String folder, byte[] mime, Instant received, boolean draft) {
		var item = new Item(id, folder, mime, received, draft);
		this.items.put(id, item);
		this.changes.add(new Change(this.changes.size() + 1L, folder, item, false));
		return item;
	}

	synchronized void changed(Item item) {
		item.version++;
		this.changes.add(new Change(this.changes.size() + 1L, item.folder, item, false));
	}

	synchronized void move(Item item, String folder) {
		this.changes.add(new Change(this.changes.size() + 1L, item.folder, item, true));
		item.folder = folder;
		item.version++;
		this.changes.add(new Change(this.changes.size() + 1L, folder, item, false));
	}

	synchronized void delete(Item item) {
		this.items.remove(item.immutableId);
		this.changes.add(new Change(this.changes.size() + 1L, item.folder, item, true));
	}

	synchronized Optional<Item> find(String id) {
		return Optional.ofNullable(this.items.get(id))
			.or(() -> this.items.values().stream().filter((item) -> item.plainId().equals(id)).findFirst());
	}

	/** Newest first. */
	synchronized List<Item> list(Optional<String> folder) {
		return this.items.values()
			.stream()
			.filter((item) -> folder.isEmpty() || folder.get().equals(item.folder))
			.sorted((one, other) -> other.received.compareTo(one.received))
			.toList();
	}

	synchronized long head() {
		return this.changes.size();
	}

	/** Changes of a folder behind a number, oldest first, at most so many. */
	synchronized List<Change> after(String folder, long number, int limit) {
		return this.changes.subList((int) Math.min(number, this.changes.size()), this.changes.size())
			.stream()
			.filter((change) -> change.folder().equals(folder))
			.limit(limit)
			.toList();
	}

	/** Every thread has another id in every mailbox. */
	String conversation(Item item) {
		var facts = item.facts;
		var root = facts.header("References")
			.map((references) -> references.strip().split("\\s+")[0])
			.or(() -> facts.header("In-Reply-To").map(String::strip))
			.or(() -> facts.header("Message-ID").map(String::strip))
			.orElse(item.immutableId);
		return "AAQk" + HexFormat.of().toHexDigits((long) (this.owner.id() + root).hashCode());
	}

	static String newId() {
		var bytes = new byte[72];
		RANDOM.nextBytes(bytes);
		return "AAkALgAA" + Base64.getUrlEncoder().encodeToString(bytes) + "=";
	}

}
