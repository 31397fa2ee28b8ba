package io.countersign.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Spool;

import org.springframework.stereotype.Component;

/**
 * Mail that has just been stored and is most likely read next by this process: its bytes
 * need not be fetched from the store. What does not fit is fetched, as after a restart.
 */
@Component
class FreshMail {

	private static final int MOST_BYTES = 8_000_000;

	private final Map<DocumentId, Spool> mails = new LinkedHashMap<>();

	private int bytes;

	/** What lies in a file is not kept: the file goes when the mail has been stored. */
	synchronized void keep(Spool mail) {
		if (mail.inMemory() < mail.size() || this.mails.putIfAbsent(mail.id(), mail) != null) {
			return;
		}
		this.bytes += mail.inMemory();
		while (this.bytes > MOST_BYTES) {
			take(this.mails.keySet().iterator().next());
		}
	}

	/** Gives it away: it is read once. */
	synchronized Optional<Spool> take(DocumentId id) {
		var mail = Optional.ofNullable(this.mails.remove(id));
		mail.ifPresent((one) -> this.bytes -= one.inMemory());
		return mail;
	}

}
