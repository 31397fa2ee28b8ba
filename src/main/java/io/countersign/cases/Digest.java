package io.countersign.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;

/**
 * A list of the requests that were open to one person one morning. A number of it stands
 * for exactly one request, as it was when the list was made.
 *
 * @param internetMessageId what a reply to it names
 * @param endsAt until when it can be answered by mail
 */
public record Digest(String id, EmailAddress person, LocalDate day, String internetMessageId, Instant endsAt,
		List<Entry> entries) {

	public Digest {
		entries = List.copyOf(entries);
	}

	public Optional<Entry> entry(int number) {
		return this.entries.stream().filter((one) -> one.number() == number).findFirst();
	}

	/**
	 * One number of it.
	 *
	 * @param answeredBy the mail from which an answer to it was taken
	 */
	public record Entry(int number, CaseId caseId, AskId ask, int revision, List<DocumentId> documents,
			String textSha256, Optional<MessageId> answeredBy) {

		public Entry {
			documents = List.copyOf(documents);
		}

		static Entry of(int number, Ask ask) {
			return new Entry(number, ask.caseId(), ask.id(), ask.revision(), ask.documents(), ask.textSha256(),
					Optional.empty());
		}

		/** Whether the request still is what the list said. */
		public boolean isStill(Ask asked) {
			return this.ask.equals(asked.id()) && this.caseId.equals(asked.caseId())
					&& this.revision == asked.revision() && this.documents.equals(asked.documents())
					&& this.textSha256.equals(asked.textSha256());
		}

		/** Whether another mail has answered it. */
		public boolean isUsedBeside(MessageId message) {
			return this.answeredBy.filter((used) -> !used.equals(message)).isPresent();
		}

	}

}
