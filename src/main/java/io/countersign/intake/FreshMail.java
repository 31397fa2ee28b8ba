package io.countersign.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Spool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Mail that has just been stored and is most likely read next by this process: its bytes
 * need not be fetched from the store. What comes first is read first, so it keeps its
 * place; what finds none is fetched, as after a restart.
 */
@Component
class FreshMail {

	private static final int MOST_BYTES = 8_000_000;

	/** Nobody has come for it, so another process has read it. */
	private static final long OLDEST = Duration.ofMinutes(1).toNanos();

	private final Map<DocumentId, Kept> mails = new LinkedHashMap<>();

	private final LongSupplier nanos;

	private int bytes;

	@Autowired
	FreshMail() {
		this(System::nanoTime);
	}

	FreshMail(LongSupplier nanos) {
		this.nanos = nanos;
	}

	private record Kept(Spool mail, long since) {
	}

	/** What lies in a file is not kept: the file goes when the mail has been stored. */
	synchronized void keep(Spool mail) {
		var now = this.nanos.getAsLong();
		leaveOld(now);
		if (mail.inMemory() == mail.size() && this.bytes + mail.inMemory() <= MOST_BYTES
				&& this.mails.putIfAbsent(mail.id(), new Kept(mail, now)) == null) {
			this.bytes += mail.inMemory();
		}
	}

	/** Gives it away: it is read once. */
	synchronized Optional<Spool> take(DocumentId id) {
		var kept = Optional.ofNullable(this.mails.remove(id)).map(Kept::mail);
		kept.ifPresent((mail) -> this.bytes -= mail.inMemory());
		return kept;
	}

	private void leaveOld(long now) {
		for (var all = this.mails.values().iterator(); all.hasNext();) {
			var first = all.next();
			if (now - first.since() <= OLDEST) {
				return;
			}
			this.bytes -= first.mail().inMemory();
			all.remove();
		}
	}

}
