package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/**
 * A request as it was put to one approver: an answer to it binds exactly these files.
 *
 * @param internetMessageId normalised; what a reply names
 * @param revision from 1; a request with other files is the next revision
 * @param textSha256 the request's own words, in hex
 */
public record Ask(AskId id, CaseId caseId, MessageId message, Optional<String> internetMessageId, EmailAddress approver,
		int revision, List<DocumentId> documents, String textSha256, State state, Instant askedAt) {

	/** How far an ask has come. */
	public enum State {

		OPEN, ANSWERED, WITHDRAWN

	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

}
