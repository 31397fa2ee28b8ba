package io.countersign.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/**
 * The virus scanner found something in a file of a mail, or in the mail as it came. It is
 * said once for each mail.
 *
 * @param caseId the case the mail is in by now
 * @param found what the scanner calls it
 */
public record MessageInfected(MessageId message, Optional<String> caseId, DocumentId file, String found,
		Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return "message.infected";
	}

	@Override
	public String key() {
		return "infected";
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		var data = new HashMap<String, Object>(
				Map.of("message", this.message.value(), "document", "sha256:" + this.file, "found", this.found));
		this.caseId.ifPresent((id) -> data.put("case", id));
		return data;
	}

}
