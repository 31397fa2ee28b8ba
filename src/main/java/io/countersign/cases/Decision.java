package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/**
 * A verdict with everything it rests on.
 *
 * @param decidedFor whose decision it is
 * @param actedBy who gave it
 * @param level A0 to A4, how it was proved
 * @param documents what was decided on, by content
 * @param message the reply, by mail or in a chat; empty for a verdict given on the page
 * or by API
 * @param comment what the approver wrote around it
 */
public record Decision(AskId ask, Outcome outcome, EmailAddress decidedFor, EmailAddress actedBy, Method method,
		List<String> conditions, Optional<String> delegate, String level, List<GateResult> gates,
		Optional<Quote> evidence, List<DocumentId> documents, Optional<MessageId> message, String comment,
		Instant decidedAt) {

	/** How a verdict was given. */
	public enum Method {

		MAIL_REPLY, CHAT, PAGE, API

	}

}
