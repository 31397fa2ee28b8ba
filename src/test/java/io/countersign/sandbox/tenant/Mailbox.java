package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.sandbox.tenant.Folder.Change;
import io.countersign.sandbox.tenant.Folder.Kind;

/** One person's mailbox: folders, and the messages in them. */
final class Mailbox {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final List<String> TOP = List.of("inbox", "drafts", "sentitems", "deleteditems", "archive",
			"junkemail", "outbox", "conversationhistory");

	private static final List<String> HIDDEN = List.of("clutter", "conflicts", "localfailures", "serverfailures",
			"syncissues", "scheduled", "searchfolders", "recoverableitemsdeletions");

	private static final Map<String, String> NAMES = Map.of("inbox", "Inbox", "drafts", "Drafts", "sentitems",
			"Sent Items", "deleteditems", "Deleted Items", "archive", "Archive", "junkemail", "Junk Email", "outbox",
			"Outbox", "conversationhistory", "Conversation History");

	private static final Pattern PREFIX = Pattern.compile("^(?:(?:re|sv|vs|fw|fwd|aw|wg)\\s*:\\s*)+",
			Pattern.CASE_INSENSITIVE);

	volatile Employee owner;

	private final Clock clock;

	private final Map<String, Folder> folders = new LinkedHashMap<>();

	private final Map<String, Item> items = new LinkedHashMap<>();

	private final Map<String, Item> byPlainId = new HashMap<>();

	private String lastId = "";

	Mailbox(Employee owner, Clock clock) {
		this.owner = owner;
		this.clock = clock;
		var root = folder("msgfolderroot", "Top of Information Store", "");
		TOP.forEach((name) -> folder(name, NAMES.getOrDefault(name, name), root.id));
		HIDDEN.forEach((name) -> folder(name, name, "hidden"));
	}

	/** The same mailbox of a person with other facts. */
	Mailbox of(Employee employee) {
		this.owner = employee;
		return this;
	}

	synchronized Item add(String folder, byte[] mime, Instant received) {
		return add(newId(), folder, mime, received);
	}

	synchronized Item add(String id, String folder, byte[] mime, Instant received) {
		var place = folder(folder).orElseThrow();
		var item = new Item(id, place.id, mime, received);
		item.own = List.of("drafts", "sentitems", "outbox").contains(place.wellKnown);
		this.items.put(id, item);
		this.byPlainId.put(item.plainId(), item);
		place.items.put(id, item);
		place.happened(Kind.CREATED, item, item.plainId());
		return item;
	}

	synchronized void changed(Item item) {
		item.changed(this.clock.instant());
		folderOf(item).happened(Kind.UPDATED, item, item.plainId());
	}

	synchronized void move(Item item, Folder to) {
		leave(item);
		item.moved(to.id, this.clock.instant());
		this.byPlainId.put(item.plainId(), item);
		to.items.put(item.immutableId, item);
		to.happened(to.knew(item) ? Kind.RETURNED : Kind.CREATED, item, item.plainId());
	}

	synchronized void delete(Item item) {
		leave(item);
		this.items.remove(item.immutableId);
	}

	synchronized Optional<Item> find(String id) {
		return Optional.ofNullable(this.items.get(id)).or(() -> Optional.ofNullable(this.byPlainId.get(id)));
	}

	synchronized List<Item> all() {
		return List.copyOf(this.items.values());
	}

	synchronized List<Item> in(Folder folder) {
		return List.copyOf(folder.items.values());
	}

	/** What happened in a folder from a place on, at most so much of it. */
	synchronized List<Change> changes(Folder folder, int from, int limit) {
		var to = Math.min(folder.changes.size(), from + limit);
		return (from < to) ? new ArrayList<>(folder.changes.subList(from, to)) : List.of();
	}

	synchronized boolean isLatest(Folder folder, int index) {
		return folder.isLatest(index);
	}

	/** By id or well-known name. */
	synchronized Optional<Folder> folder(String idOrName) {
		return Optional.ofNullable(this.folders.get(idOrName)).or(() -> known(idOrName.toLowerCase(Locale.ROOT)));
	}

	synchronized Folder folderOf(Item item) {
		return folder(item.folder).orElseThrow();
	}

	synchronized Collection<Folder> folders() {
		return List.copyOf(this.folders.values());
	}

	synchronized Folder newFolder(String displayName, String parent) {
		return folder("", displayName, parent);
	}

	/**
	 * Every thread has another id in every mailbox, and a new subject is a new thread.
	 */
	String conversation(Item item) {
		var facts = item.facts;
		var root = facts.header("References")
			.map((references) -> references.strip().split("\\s+")[0])
			.or(() -> facts.header("In-Reply-To").map(String::strip))
			.or(() -> facts.header("Message-ID").map(String::strip))
			.orElse(item.immutableId);
		var topic = PREFIX.matcher(facts.subject().strip()).replaceFirst("").strip().toLowerCase(Locale.ROOT);
		return "AAQkAG" + digest(this.owner.id(), root, topic) + "=";
	}

	private Optional<Folder> known(String name) {
		return this.folders.values()
			.stream()
			.filter((folder) -> !folder.wellKnown.isEmpty() && folder.wellKnown.equals(name))
			.findFirst();
	}

	private Folder folder(String wellKnown, String displayName, String parent) {
		var folder = new Folder("AQMkAD" + digest(this.owner.id(), "folder", wellKnown + this.folders.size()),
				wellKnown, displayName, parent);
		this.folders.put(folder.id, folder);
		return folder;
	}

	private void leave(Item item) {
		var from = folderOf(item);
		this.byPlainId.remove(item.plainId());
		from.items.remove(item.immutableId);
		from.happened(Kind.DELETED, item, item.plainId());
	}

	/** Every other id differs from the one before in the case of one letter only. */
	private String newId() {
		if (!this.lastId.isEmpty() && this.items.size() % 2 == 1) {
			var twin = this.lastId;
			this.lastId = "";
			return "AAkALgAA" + Character.toString(twin.charAt(8)).toLowerCase(Locale.ROOT) + twin.substring(9);
		}
		var bytes = new byte[72];
		RANDOM.nextBytes(bytes);
		this.lastId = "AAkALgAAQ" + Base64.getUrlEncoder().encodeToString(bytes) + "=";
		return this.lastId;
	}

	private static String digest(String... words) {
		try {
			var hash = MessageDigest.getInstance("SHA-256")
				.digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
