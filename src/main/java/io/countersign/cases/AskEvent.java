package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;
import io.countersign.journal.Mode;

/** Somebody is asked for an answer or ordered to do work. */
public sealed interface AskEvent extends CaseEvent {

	/**
	 * Somebody's own mail has put the request to an approver.
	 *
	 * @param textSha256 the request's own words, in hex (VA-21)
	 */
	record RequestSent(CaseId caseId, AskId ask, EmailAddress approver, int revision, List<DocumentId> documents,
			String textSha256, Mode mode) implements AskEvent {

		@Override
		public String type() {
			return "request.sent";
		}

		@Override
		public String key() {
			return "ask/" + this.ask;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("ask", this.ask.value(), "approver", this.approver.value(), "revision", this.revision,
					"text_sha256", this.textSha256, "documents",
					this.documents.stream().map(DocumentId::sha256).toList());
		}

	}

	record TaskOrdered(CaseId caseId, MessageId message, Task task, EmailAddress orderedBy,
			Mode mode) implements AskEvent {

		@Override
		public String type() {
			return "task.ordered";
		}

		@Override
		public String key() {
			return "task/" + this.task.id();
		}

		@Override
		public Set<String> words() {
			return Set.of("what");
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("task", this.task.id());
			data.put("message", this.message.value());
			data.put("assignee", this.task.assignee().value());
			data.put("what", this.task.description());
			data.put("orderedBy", this.orderedBy.value());
			this.task.due().ifPresent((due) -> data.put("due", due.at().toString()));
			return data;
		}

	}

}
