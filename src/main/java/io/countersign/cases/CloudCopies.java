package io.countersign.cases;

import java.util.Collection;
import java.util.List;

import io.countersign.documents.Documents;
import io.countersign.documents.PointedTo;
import io.countersign.intake.MessageId;

import org.springframework.stereotype.Component;

/**
 * The copies of files in the cloud that the messages of a case point to. They are found
 * and compared like the files that came, and nobody is asked about them.
 */
@Component
class CloudCopies {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final Documents documents;

	CloudCopies(CaseRepository cases, CaseReader reader, Documents documents) {
		this.cases = cases;
		this.reader = reader;
		this.documents = documents;
	}

	/** What has been kept by now comes to the case, which is locked. */
	void take(CaseId id) {
		add(id, this.reader.messages(id).stream().map(CaseView.JoinedMessage::message).toList());
	}

	/** Answers whether this message brings any. */
	boolean take(CaseId id, MessageId message) {
		return add(id, List.of(message));
	}

	private boolean add(CaseId id, Collection<MessageId> messages) {
		var kept = this.documents.pointedTo(messages.stream().map(MessageId::value).toList());
		return kept.stream().filter((one) -> add(id, one)).count() > 0;
	}

	private boolean add(CaseId id, PointedTo one) {
		return this.cases.addCopy(id, one.copy(), one.address(), new MessageId(one.origin()));
	}

}
