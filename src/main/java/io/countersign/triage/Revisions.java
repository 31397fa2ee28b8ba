package io.countersign.triage;

import java.util.Optional;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.intake.Part;

import org.springframework.stereotype.Component;

/** Other files that a requester puts to those he has asked. */
@Component
class Revisions {

	private static final String DOUBT = "It puts new files to those who were asked, and nothing proves who sent it: ";

	private final Provenance provenance;

	Revisions(Provenance provenance) {
		this.provenance = provenance;
	}

	/** Whether the mail says that it is from the requester, and brings new files. */
	boolean isOne(Incoming incoming, CaseView view) {
		var known = view.documents().stream().map((file) -> file.sha256()).toList();
		return view.state() != CaseState.CLOSED && incoming.automatic().isEmpty()
				&& view.requester().filter((one) -> incoming.isFrom(one.address())).isPresent()
				&& view.asks().stream().map(Ask::approver).anyMatch(incoming::isTo)
				&& view.messages().stream().noneMatch((one) -> one.message().equals(incoming.message().id()))
				&& incoming.message()
					.parts()
					.stream()
					.anyMatch((part) -> isFile(part) && !known.contains(part.document()));
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

	private static boolean isFile(Part part) {
		return part.role() != Part.Role.INLINE;
	}

}
