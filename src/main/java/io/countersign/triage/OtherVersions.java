package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.VersionLinks;
import io.countersign.documents.Brought;
import io.countersign.documents.Documents;
import io.countersign.documents.Named;
import io.countersign.documents.VersionedFile;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Part;

import org.springframework.stereotype.Component;

/**
 * Mails that brought another version of what was asked about, and ask nothing themselves:
 * whoever answers one of them may mean it. While it is not known yet what a mail brought,
 * it may be another version (VA-4).
 */
@Component
class OtherVersions {

	/** So many of the mails that a reply names are looked at, the nearest first. */
	private static final int MOST = 20;

	private final Messages messages;

	private final Documents documents;

	private final Cases cases;

	private final VersionLinks links;

	private final TriageProperties properties;

	OtherVersions(Messages messages, Documents documents, Cases cases, VersionLinks links,
			TriageProperties properties) {
		this.cases = cases;
		this.links = links;
		this.messages = messages;
		this.documents = documents;
		this.properties = properties;
	}

	/** The Message-IDs of those in the case, and of those that the reply names. */
	Set<String> of(Message reply, CaseView view) {
		var later = view.asks()
			.stream()
			.flatMap((ask) -> view.laterThan(ask.documents()))
			.map(CaseDocument::message)
			.collect(Collectors.toSet());
		later.removeAll(asking(view));
		var names = later.stream()
			.flatMap((id) -> this.messages.find(id).stream())
			.flatMap((message) -> message.internetMessageId().stream())
			.collect(Collectors.toSet());
		named(reply).filter((named) -> mayBring(named, view)).forEach(names::add);
		return names;
	}

	/**
	 * The case as it is once it is known what the mails brought that a reply names.
	 * Nothing while that is still being read: the reply is looked at again in a moment.
	 */
	Optional<CaseView> settled(Incoming incoming, CaseId id) {
		var reply = incoming.message();
		var view = this.cases.get(id);
		var rivals = named(reply).flatMap((one) -> rivals(one, view)).toList();
		var isAhead = this.messages.isAheadOfItsThread(reply);
		if (rivals.isEmpty() && !isAhead) {
			return Optional.of(view);
		}
		var unread = rivals.stream().filter(this::isAwaited).map(Brought::file).toList();
		var isOpen = isAhead || !unread.isEmpty() || this.links.areAwaited(id);
		if (isOpen && this.messages.isYoung(reply, this.properties.filesPatience())) {
			this.documents.read(unread);
			this.messages.later(reply.id(), this.properties.lookAgain(), "What it answers is still being read.");
			return Optional.empty();
		}
		return Optional.of(this.cases.get(id));
	}

	private static Stream<String> named(Message reply) {
		return reply.threading().ancestors().stream().limit(MOST);
	}

	private boolean mayBring(String named, CaseView view) {
		var rivals = rivals(named, view).toList();
		var joined = view.messages().stream().map((one) -> one.message().value()).toList();
		return rivals.stream().anyMatch((file) -> !joined.contains(file.by()) || isAwaited(file))
				|| (!rivals.isEmpty() && this.links.areAwaited(view.id()));
	}

	/** What mails of this name have with them that was not asked about. */
	private Stream<Brought> rivals(String named, CaseView view) {
		var asking = asking(view);
		var asked = view.asks().stream().flatMap((ask) -> ask.documents().stream()).collect(Collectors.toSet());
		return this.messages.byInternetMessageId(named)
			.stream()
			.filter((id) -> !asking.contains(id))
			.flatMap((id) -> this.messages.find(id).stream())
			.flatMap((mail) -> mail.parts()
				.stream()
				.filter((part) -> part.role() != Part.Role.INLINE && !asked.contains(part.document()))
				.map((part) -> Brought.with(mail.id().value(),
						new Named(part.document(), part.name(), part.mediaType()))));
	}

	private boolean isAwaited(Brought file) {
		return this.documents.versioned(List.of(file)).stream().anyMatch(VersionedFile::awaited);
	}

	private static Set<MessageId> asking(CaseView view) {
		return view.asks().stream().map(Ask::message).collect(Collectors.toSet());
	}

}
