package io.countersign.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.work.DueRows;

/** The files, each stored once however often it comes. */
@Service
public class Documents {

	private static final int DEEPEST = 10;

	private final BlobRepository blobs;

	private final ContentStore contents;

	private final ContentKeys keys;

	private final DocumentRepository files;

	private final Scans scans;

	private final CloudLinks links;

	private final CloudLinkRepository copies;

	private final DueRows due;

	private final TransactionTemplate transaction;

	Documents(BlobRepository blobs, ContentStore contents, ContentKeys keys, DocumentRepository files, Scans scans,
			CloudLinks links, CloudLinkRepository copies, DueRows due, PlatformTransactionManager transactions) {
		this.blobs = blobs;
		this.contents = contents;
		this.keys = keys;
		this.files = files;
		this.scans = scans;
		this.links = links;
		this.copies = copies;
		this.due = due;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Takes to their place what is too large for a transaction. To be called outside one,
	 * before the files are stored.
	 * @param goingOn run now and then while it takes long, to keep a claim
	 * @throws ContentsAway when the store is away; nothing has been stored then
	 */
	public void prepare(Collection<Spool> spools, Runnable goingOn) {
		this.contents.prepare(spools, goingOn);
	}

	/**
	 * Stores the bytes, which have been prepared, in the transaction of the caller, or in
	 * one of its own.
	 */
	public Document store(Spool spool) {
		store(List.of(spool));
		return spool.document();
	}

	public void store(Collection<Spool> spools) {
		this.transaction.executeWithoutResult((_) -> {
			this.contents.add(spools, false);
			this.scans.want(spools.stream().map(Spool::id).toList());
		});
	}

	public Optional<Document> find(DocumentId id) {
		return this.blobs.size(id).map((size) -> new Document(id, size));
	}

	/**
	 * The bytes from an offset on, fetched from the store while they are read.
	 * @throws NotFound when they are not stored or have been forgotten
	 * @throws ContentsAway when the store is away, also while they are read
	 */
	public InputStream open(DocumentId id, long offset) {
		return this.contents.open(id, offset).orElseThrow(() -> new NotFound("file", id.sha256()));
	}

	/**
	 * Those of the files that the virus scanner has not cleared, each with the reason.
	 */
	public Map<DocumentId, Blocked> blocked(Collection<DocumentId> files) {
		return this.scans.blocked(files);
	}

	/**
	 * Asked before the bytes of a file leave the house.
	 * @throws Conflict when the virus scanner has not cleared it
	 */
	public void requireCleared(DocumentId file) {
		Optional.ofNullable(blocked(List.of(file)).get(file)).ifPresent((reason) -> {
			throw new Conflict(reason.sentence());
		});
	}

	/** Those of the files that are known to be infected, with what that is called. */
	public Map<DocumentId, String> infected(Collection<DocumentId> files) {
		return this.scans.infected(files);
	}

	public byte[] bytes(DocumentId id) {
		try (var stream = open(id, 0)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * These stored files are to be read, in the transaction of the caller; each is read
	 * once.
	 */
	public void read(Collection<Named> files) {
		if (!files.isEmpty() && this.files.add(files, null, 0)) {
			this.due.wake("document");
		}
	}

	/**
	 * The files in our own tenant that a new message points to are to be fetched, in the
	 * transaction of the caller, where that is set.
	 */
	public void fetchLinks(Pointers pointers) {
		this.links.want(pointers.origin(), CloudLink.in(pointers));
	}

	/** The files a message points to, in the order of their first mention. */
	public List<CloudLink> links(Pointers pointers) {
		return this.links.of(pointers.origin(), CloudLink.in(pointers));
	}

	/**
	 * The copies of files in the cloud that these messages point to, the oldest first.
	 */
	public List<PointedTo> pointedTo(Collection<String> origins) {
		return origins.isEmpty() ? List.of() : this.copies.kept(origins);
	}

	/** What is known of the files by reading them; of those that were to be read. */
	public Map<DocumentId, DocumentText> texts(Collection<DocumentId> files) {
		return files.isEmpty() ? Map.of() : this.files.texts(files);
	}

	/** The text of a file that has been read. */
	public Optional<String> text(DocumentId file) {
		return this.files.text(file);
	}

	/**
	 * What is remembered of the texts of these files, to compare them. A text that was
	 * read by an older software is looked at once more.
	 */
	public Map<DocumentId, TextPrint> prints(Collection<DocumentId> files) {
		if (files.isEmpty()) {
			return Map.of();
		}
		for (var old : this.files.withoutPrint(files)) {
			text(old).ifPresent((text) -> this.files.remember(old, TextPrint.of(text)));
		}
		return this.files.prints(files);
	}

	/** The files as ones that may be versions of each other, by what is known now. */
	public List<VersionedFile> versioned(List<Brought> files) {
		var ids = files.stream().map((one) -> one.file().id()).distinct().toList();
		var texts = texts(ids);
		var prints = prints(ids);
		return files.stream().map((one) -> {
			var text = Optional.ofNullable(texts.get(one.file().id()));
			return new VersionedFile(one.file().id(), one.file().name(),
					text.flatMap(DocumentText::mediaType).orElse(one.file().declaredType()), one.by(),
					Optional.ofNullable(prints.get(one.file().id())),
					text.filter((known) -> known.state() != DocumentText.State.WAITING).isEmpty(), one.address());
		}).toList();
	}

	/**
	 * What lies in these files, each followed by what lies in it. A file that lies in
	 * several is opened once.
	 */
	public Map<DocumentId, List<Contained>> within(Collection<DocumentId> files) {
		return files.isEmpty() ? Map.of() : Tree.of(files, this.files.within(files, DEEPEST));
	}

	/**
	 * A case holds from now on what the message brought, in the transaction of the
	 * caller: its key opens these files too.
	 */
	public void hold(String caseId, String message) {
		this.keys.hold(caseId, message);
	}

	/** A file is held by the cases whose messages point to it by now. */
	void share(DocumentId file) {
		this.keys.share(List.of(file));
	}

	/**
	 * The message has gone from this case to another, in the transaction of the caller.
	 */
	public void release(String caseId, String message) {
		this.keys.release(caseId, message);
	}

	/**
	 * Destroys the key of a case for good, in the transaction of the caller: what no
	 * other case and no message without a case holds can be read by nobody any more, also
	 * not in a copy that was taken before.
	 * @return what can be read no more
	 */
	public Set<DocumentId> destroyKey(String caseId) {
		return this.keys.destroy(caseId);
	}

	/**
	 * Forgets what no message holds, in the transaction of the caller, and with it what
	 * these messages point to.
	 */
	public void purge(Collection<DocumentId> closed, Collection<String> origins) {
		this.copies.remove(origins);
		this.contents.remove(closed);
	}

	/**
	 * Forgets files that no mail holds any more, and with them what lies only in them.
	 */
	public void forget(Collection<DocumentId> ids) {
		this.transaction.executeWithoutResult((_) -> {
			var kept = this.files.alsoWithinOthers(ids);
			this.blobs.setFound(kept, true);
			var going = new LinkedHashSet<>(ids);
			kept.forEach(going::remove);
			this.copies.copies(ids).forEach(going::remove);
			for (var inner = this.files.onlyWithin(going); !inner.isEmpty(); inner = this.files.onlyWithin(going)) {
				going.addAll(inner);
			}
			this.contents.remove(going);
		});
	}

}
