package io.countersign.documents;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.countersign.documents.vault.ContentCipher;
import io.countersign.documents.vault.Key;
import io.countersign.documents.vault.MasterKeys;

/**
 * Which key opens which content. A content is opened by the key of each case that holds
 * it, and by a key of arrival while a message of no case does.
 */
final class ContentKeys {

	private static final int BATCH = 500;

	private final ContentKeyRepository keys;

	private final ContentWrapRepository wraps;

	private final MasterKeys masters;

	private final ArrivalKey arrival;

	ContentKeys(ContentKeyRepository keys, ContentWrapRepository wraps, MasterKeys masters, ArrivalKey arrival) {
		this.keys = keys;
		this.wraps = wraps;
		this.masters = masters;
		this.arrival = arrival;
	}

	/** A key of the database, opened. */
	private record Opened(String id, Key key) {
	}

	/** To be asked before the transaction in which contents are added. */
	void refresh() {
		this.arrival.refresh();
	}

	/** The database has refused what was to be added, perhaps for its key. */
	void refused() {
		this.arrival.lost();
	}

	/** A content as it arrives, with a key of its own. */
	NewContent arriving(Spool spool) {
		var prepared = spool.prepared();
		var data = (prepared != null) ? prepared.key() : Key.random();
		var by = this.arrival.get();
		return new NewContent(spool, data, by.id(), by.key().wrap(data, purpose(spool.id(), by.id())));
	}

	/**
	 * Contents that were there already have arrived once more.
	 * @return those that nothing opens any more
	 */
	Set<DocumentId> arrivedAgain(Collection<DocumentId> contents) {
		var wraps = this.wraps.wraps(contents);
		var by = this.arrival.get();
		wrap(wraps, new Opened(by.id(), by.key()));
		var closed = new HashSet<>(contents);
		closed.removeAll(wraps.keySet());
		return closed;
	}

	/** What decrypts a content. */
	ContentCipher cipher(DocumentId content, long size, Wrap wrap) {
		return new ContentCipher(data(content, wrap), content.bytes(), size);
	}

	/**
	 * A case holds a message from now on, in the transaction of the caller.
	 */
	void hold(String caseId, String message) {
		var wraps = this.wraps.notOpened(caseId, message);
		if (!wraps.isEmpty()) {
			wrap(wraps, ofCase(caseId));
		}
	}

	/** Contents are held by all cases that hold what they lie in. */
	void share(Collection<DocumentId> contents) {
		if (!contents.isEmpty()) {
			share(this.wraps.wraps(contents), "");
		}
	}

	private void share(Map<DocumentId, Wrap> wraps, String except) {
		var byCase = new HashMap<String, Map<DocumentId, Wrap>>();
		this.wraps.cases(wraps.keySet()).forEach((content, cases) -> {
			var wrap = wraps.get(content);
			if (wrap != null) {
				cases.forEach((one) -> byCase.computeIfAbsent(one, (_) -> new HashMap<>()).put(content, wrap));
			}
		});
		byCase.remove(except);
		byCase.forEach((one, held) -> wrap(held, ofCase(one)));
	}

	/** A message has left the case, and is in another by now. */
	void release(String caseId, String message) {
		var key = this.keys.ofCase(caseId);
		if (key.isPresent()) {
			var left = new HashSet<>(this.wraps.openedOf(message, caseId));
			this.wraps.cases(left).forEach((content, cases) -> {
				if (cases.contains(caseId)) {
					left.remove(content);
				}
			});
			left.removeAll(this.wraps.openedByNothingElse(key.get().id(), left));
			this.wraps.removeWraps(key.get().id(), left);
		}
	}

	/**
	 * Destroys the key of a case, in the transaction of the caller, and with it the keys
	 * of arrival that opened the same contents. What others hold stays open to them.
	 * @return what nothing opens any more
	 */
	Set<DocumentId> destroy(String caseId) {
		var key = this.keys.lockOfCase(caseId);
		if (key.isEmpty()) {
			return Set.of();
		}
		var id = key.get().id();
		var opened = this.wraps.opened(id, Integer.MAX_VALUE);
		share(opened, caseId);
		arriveAnew(opened, this.wraps.unfiled(opened.keySet()));
		this.wraps.arrivalsBeside(id).forEach(this::turn);
		this.wraps.removeWraps(id, opened.keySet());
		this.keys.remove(id);
		var closed = new HashSet<>(opened.keySet());
		closed.removeAll(this.wraps.wraps(closed).keySet());
		return closed;
	}

	/**
	 * Destroys a key of arrival, in the transaction of the caller. What is still in no
	 * case, or would be lost with it, is opened by a younger one.
	 */
	void turn(String arrivalKey) {
		this.arrival.leave(arrivalKey);
		if (this.keys.lock(arrivalKey).isEmpty()) {
			return;
		}
		for (var some = this.wraps.opened(arrivalKey, BATCH); !some.isEmpty(); some = this.wraps.opened(arrivalKey,
				BATCH)) {
			var staying = new HashSet<>(this.wraps.unfiled(some.keySet()));
			staying.addAll(this.wraps.openedByNothingElse(arrivalKey, some.keySet()));
			arriveAnew(some, staying);
			this.wraps.removeWraps(arrivalKey, some.keySet());
		}
		this.keys.remove(arrivalKey);
	}

	private void arriveAnew(Map<DocumentId, Wrap> wraps, Set<DocumentId> which) {
		var staying = new HashMap<>(wraps);
		staying.keySet().retainAll(which);
		var by = this.arrival.get();
		wrap(staying, new Opened(by.id(), by.key()));
	}

	private void wrap(Map<DocumentId, Wrap> wraps, Opened by) {
		var wrapped = new HashMap<DocumentId, byte[]>();
		wraps.forEach((content, wrap) -> {
			if (!wrap.key().equals(by.id())) {
				wrapped.put(content, by.key().wrap(data(content, wrap), purpose(content, by.id())));
			}
		});
		this.wraps.addWraps(by.id(), wrapped);
	}

	private Key data(DocumentId content, Wrap wrap) {
		return this.masters.unwrap(wrap.master(), wrap.wrappedKey(), wrap.key())
			.unwrap(wrap.wrapped(), purpose(content, wrap.key()));
	}

	/** A case has a key from when it first holds something. */
	private Opened ofCase(String caseId) {
		var made = new Opened("case/" + UUID.randomUUID(), Key.random());
		var row = new ContentKeyRepository.Row(made.id(), this.masters.newest(),
				this.masters.wrap(made.key(), made.id()));
		var kept = this.keys.keep(row, caseId)
			.or(() -> this.keys.ofCase(caseId))
			.orElseThrow(() -> new IllegalStateException("The key of case %s is being destroyed".formatted(caseId)));
		return kept.id().equals(made.id()) ? made : opened(kept);
	}

	private Opened opened(ContentKeyRepository.Row row) {
		return new Opened(row.id(), this.masters.unwrap(row.master(), row.wrapped(), row.id()));
	}

	private static String purpose(DocumentId content, String key) {
		return "content/" + content + "/" + key;
	}

}
