package io.countersign.documents;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts what was stored before files were encrypted: a little at a time, so that new
 * mail comes first.
 */
final class ClearBacklog {

	private static final Logger log = LoggerFactory.getLogger(ClearBacklog.class);

	private static final int FILES = 50;

	private static final long BYTES = 16L << 20;

	private final BlobRepository blobs;

	private final ContentStore contents;

	private final ContentKeys keys;

	private final TransactionTemplate transaction;

	private volatile long left;

	private @Nullable DocumentId last;

	private boolean done;

	ClearBacklog(BlobRepository blobs, ContentStore contents, ContentKeys keys, TransactionTemplate transaction) {
		this.blobs = blobs;
		this.contents = contents;
		this.keys = keys;
		this.transaction = transaction;
	}

	long left() {
		return this.left;
	}

	@Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
	void next() {
		if (this.done) {
			return;
		}
		if (this.last == null) {
			this.left = this.blobs.countInClear();
		}
		try {
			var some = this.blobs.inClear(Optional.ofNullable(this.last), FILES);
			seal(some);
			this.done = some.isEmpty();
		}
		catch (ContentsAway ex) {
			log.atDebug().setCause(ex).log("Files are encrypted later");
		}
		if (this.done && this.last != null) {
			this.left = this.blobs.countInClear();
			log.atInfo().addKeyValue("left", this.left).log("What was stored in clear is encrypted");
		}
	}

	private void seal(List<DocumentId> some) {
		this.keys.refresh();
		var bytes = 0L;
		for (var id : some) {
			if (bytes > BYTES) {
				return;
			}
			bytes += seal(id);
			this.last = id;
			this.left--;
		}
	}

	private long seal(DocumentId id) {
		var stored = this.contents.open(id, 0);
		if (stored.isEmpty()) {
			return 0;
		}
		try (var bytes = stored.get(); var spool = Spool.of(bytes)) {
			this.contents.rewrite(spool);
			this.transaction.executeWithoutResult((_) -> {
				if (this.blobs.replace(this.keys.arriving(spool))) {
					this.keys.share(List.of(id));
				}
			});
			return spool.size();
		}
		catch (ContentChanged | IOException ex) {
			log.atError().addKeyValue("file", id).setCause(ex).log("A file stays in clear");
			return 0;
		}
	}

}
