package io.countersign.cases;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;

/**
 * What may tie a mail to a case that is there.
 *
 * @param ids Message-IDs it names, normalised
 * @param threadIndex Outlook's, as written
 * @param conversations where the provider has put it
 * @param number the case its subject names
 * @param documents the files it carries; they tie it to a case of the same title
 */
public record Traces(Collection<String> ids, Optional<String> threadIndex, Collection<Conversation> conversations,
		Optional<CaseNumber> number, String title, Collection<DocumentId> documents) {

	public Traces {
		ids = List.copyOf(ids);
		conversations = List.copyOf(conversations);
		documents = List.copyOf(documents);
	}

	/** A conversation, which has its id in one mailbox only. */
	public record Conversation(EmailAddress mailbox, String id) {
	}

}
