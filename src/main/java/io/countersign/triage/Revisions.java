package io.countersign.triage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.documents.Brought;
import io.countersign.documents.Documents;
import io.countersign.documents.Kinship;
import io.countersign.documents.Named;
import io.countersign.documents.VersionedFile;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;
import io.countersign.reading.RequestReading;

import org.springframework.stereotype.Component;

/** Other files that a requester puts to those he has asked. */
@Component
class Revisions {

	private static final String DOUBT = "It puts new files to those who were asked, and nothing proves who sent it: ";

	private final Provenance provenance;

	private final Documents documents;

	private final Messages messages;

	private final TriageProperties properties;

	private final Clock clock;

	Revisions(Provenance provenance, Documents documents, Messages messages, TriageProperties properties, Clock clock) {
		this.provenance = provenance;
		this.documents = documents;
		this.messages = messages;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * What a mail brings that says it is from the requester. Whatever may be another
	 * version of what he has asked about is taken for one, and so is whatever he asks
	 * about in his own words.
	 */
	NewFiles of(Incoming incoming, CaseView view) {
		var brought = brought(incoming, view);
		if (brought.isEmpty() || !isFromRequester(incoming, view)) {
			return NewFiles.NONE;
		}
		var asked = asked(view);
		if (asked.isEmpty() || incoming.request().intent() == RequestReading.Intent.APPROVAL_REQUEST) {
			return NewFiles.REVISION;
		}
		return compared(asked, this.documents.versioned(brought), isFresh(incoming));
	}

	/** Its files are read now, and it is looked at again in a moment. */
	void await(Incoming incoming, CaseView view) {
		this.documents.read(brought(incoming, view).stream().map(Brought::file).toList());
		this.messages.later(incoming.message().id(), this.properties.lookAgain(), "Its files are being read.");
	}

	private NewFiles compared(List<VersionedFile> asked, List<VersionedFile> brought, boolean fresh) {
		var found = NewFiles.BESIDE;
		for (var file : brought) {
			for (var other : asked) {
				var kind = Kinship.of(other, file).kind();
				if (kind == Kinship.Kind.VERSION || (kind == Kinship.Kind.UNSURE && !(fresh && file.awaited()))) {
					return NewFiles.REVISION;
				}
				found = (kind == Kinship.Kind.UNSURE) ? NewFiles.UNREAD : found;
			}
		}
		return found;
	}

	private List<VersionedFile> asked(CaseView view) {
		var ids = view.asks()
			.stream()
			.filter((ask) -> ask.state() != Ask.State.WITHDRAWN)
			.flatMap((ask) -> ask.documents().stream())
			.collect(Collectors.toSet());
		return this.documents.versioned(view.documents()
			.stream()
			.filter((file) -> ids.contains(file.sha256()))
			.map((file) -> Brought.with(file.message().value(),
					new Named(file.sha256(), file.name(), file.mediaType())))
			.toList());
	}

	private static boolean isFromRequester(Incoming incoming, CaseView view) {
		return view.state() != CaseState.CLOSED && incoming.automatic().isEmpty()
				&& view.requester().filter((one) -> incoming.isFrom(one.address())).isPresent()
				&& view.asks().stream().map(Ask::approver).anyMatch(incoming::isTo)
				&& view.messages().stream().noneMatch((one) -> one.message().equals(incoming.message().id()));
	}

	private static List<Brought> brought(Incoming incoming, CaseView view) {
		var known = view.documents().stream().map((file) -> file.sha256()).toList();
		return incoming.message()
			.parts()
			.stream()
			.filter((part) -> part.role() != Part.Role.INLINE && !known.contains(part.document()))
			.map((part) -> Brought.with(incoming.message().id().value(),
					new Named(part.document(), part.name(), part.mediaType())))
			.toList();
	}

	private boolean isFresh(Incoming incoming) {
		return incoming.message().receivedAt().isAfter(this.clock.instant().minus(this.properties.filesPatience()));
	}

	/**
	 * It counts only when it is as sure who has sent it as it has to be for a verdict.
	 * Until then it is looked at again, or waits for a person, and the case stays as it
	 * is.
	 */
	boolean isProven(Incoming incoming, CaseView view) {
		var asked = view.asks().stream().map(Ask::approver).collect(Collectors.toSet());
		return this.provenance.isProven(incoming, asked, DOUBT, Optional.of(view.id()));
	}

}
