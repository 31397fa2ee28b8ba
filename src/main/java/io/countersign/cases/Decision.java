package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param toldBy the program that said so, where its word is all there is
 */
public record Decision(AskId ask, Outcome outcome, EmailAddress decidedFor, EmailAddress actedBy, Method method,
		List<String> conditions, Optional<String> delegate, String level, List<GateResult> gates,
		Optional<Quote> evidence, List<DocumentId> documents, Optional<MessageId> message, String comment,
		Instant decidedAt, Optional<String> toldBy) {

	/** The level of a signed-in act. */
	private static final String SIGNED_IN = "A4";

	public Decision {
		// What was kept by an older software says nothing of it.
		toldBy = (toldBy != null) ? toldBy : Optional.empty();
	}

	/** One that was given to us. */
	public Decision(AskId ask, Outcome outcome, EmailAddress decidedFor, EmailAddress actedBy, Method method,
			List<String> conditions, Optional<String> delegate, String level, List<GateResult> gates,
			Optional<Quote> evidence, List<DocumentId> documents, Optional<MessageId> message, String comment,
			Instant decidedAt) {
		this(ask, outcome, decidedFor, actedBy, method, conditions, delegate, level, gates, evidence, documents,
				message, comment, decidedAt, Optional.empty());
	}

	/** The same, confirmed by whoever was asked, with what proves it. */
	public Decision confirmed(GateResult proof) {
		return by(SIGNED_IN, Stream.concat(this.gates.stream(), Stream.of(proof)).toList());
	}

	/** The same, as these gates put it. */
	public Decision by(List<GateResult> results) {
		return by(this.level, results);
	}

	private Decision by(String proven, List<GateResult> results) {
		return new Decision(this.ask, this.outcome, this.decidedFor, this.actedBy, this.method, this.conditions,
				this.delegate, proven, results, this.evidence, this.documents, this.message, this.comment,
				this.decidedAt, this.toldBy);
	}

	/** Whether it is the other one after its confirmation. */
	public boolean confirms(Decision other) {
		return !this.gates.isEmpty() && equals(other.confirmed(this.gates.getLast()));
	}

	/** Whether the word of a program is all there is. */
	public boolean told() {
		return this.method == Method.API;
	}

	/** How a verdict was given. */
	public enum Method {

		MAIL_REPLY, CHAT, PAGE, API

	}

}
