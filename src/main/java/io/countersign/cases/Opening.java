package io.countersign.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;
import io.countersign.documents.Documents;
import io.countersign.documents.Named;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Part;
import io.countersign.journal.Mode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a case begins and grows: people, messages, files, asks and tasks. */
@Component
class Opening {

	private final CaseRepository cases;

	private final CaseNumbers numbers;

	private final CaseReader reader;

	private final CaseFiles files;

	private final Documents documents;

	private final DocumentChains chains;

	private final CloudCopies copies;

	private final VersionDoubts doubts;

	private final Tasks tasks;

	private final ApplicationEventPublisher events;

	Opening(CaseRepository cases, CaseNumbers numbers, CaseReader reader, CaseFiles files, Documents documents,
			DocumentChains chains, CloudCopies copies, VersionDoubts doubts, Tasks tasks,
			ApplicationEventPublisher events) {
		this.copies = copies;
		this.tasks = tasks;
		this.doubts = doubts;
		this.chains = chains;
		this.cases = cases;
		this.numbers = numbers;
		this.reader = reader;
		this.files = files;
		this.documents = documents;
		this.events = events;
	}

	@Transactional
	CaseId open(NewCase opened) {
		var message = opened.opening();
		var id = caseOf(message.id());
		var number = this.numbers.next(opened.at().atOffset(ZoneOffset.UTC).getYear());
		var holder = opened.approvers()
			.stream()
			.findFirst()
			.or(() -> opened.tasks().stream().map(NewCase.NewTask::assignee).findFirst());
		if (!this.cases.insert(id, number, opened, holder.orElse(null))) {
			return this.cases.openedBy(message.id()).orElseThrow();
		}
		this.events.publishEvent(new CaseEvent.CaseOpened(id, number, opened.title(), opened.type(), message.id(),
				opened.due(), opened.mode()));
		add(id, new Joining(message, opened.participants(), opened.reason(), opened.at()), opened.mode());
		put(id, message, opened.approvers(), 1, files(message), opened.at(), opened.mode());
		order(id, message.id(), orderedBy(opened), opened.tasks(), opened.mode());
		return id;
	}

	/** A case has the name of the message that opens it. */
	static CaseId caseOf(MessageId opening) {
		return new CaseId(Names.of("cs_", opening));
	}

	@Transactional
	boolean join(CaseId id, Joining joining) {
		var locked = this.cases.lock(id);
		var added = add(id, joining, locked.mode());
		if (added) {
			this.doubts.raise(locked, Optional.empty());
		}
		return added;
	}

	@Transactional
	void revise(CaseId id, Joining joining) {
		var locked = this.cases.lock(id);
		if (!add(id, joining, locked.mode())) {
			return;
		}
		var asks = this.reader.asks(id);
		var approvers = asks.stream()
			.map(Ask::approver)
			.distinct()
			.filter((one) -> isTo(one, joining.message()))
			.toList();
		var revision = asks.stream().mapToInt(Ask::revision).max().orElse(0) + 1;
		put(id, joining.message(), approvers, revision, files(joining.message()), joining.at(), locked.mode());
		this.cases.change(locked, CaseState.WAITING, approvers.stream().findFirst().or(locked::holder),
				Optional.empty(), joining.at());
	}

	@Transactional
	void ask(CaseId id, Joining joining, List<EmailAddress> approvers, Optional<AskId> same) {
		var locked = this.cases.lock(id);
		add(id, joining, locked.mode());
		var asked = this.reader.asks(id)
			.stream()
			.filter((ask) -> same.map(ask.id()::equals).orElse(true))
			.max(Comparator.comparingInt(Ask::revision));
		put(id, joining.message(), approvers, asked.map(Ask::revision).orElse(1),
				asked.map(Ask::documents).orElseGet(() -> files(joining.message())), joining.at(), locked.mode());
	}

	void answered(CaseId id, String internetMessageId) {
		this.cases.addAnswer(id, internetMessageId);
	}

	@Transactional
	void order(CaseId id, MessageId by, EmailAddress orderedBy, List<NewCase.NewTask> tasks) {
		var locked = this.cases.lock(id);
		order(id, by, orderedBy, tasks, locked.mode());
		this.tasks.ordered(locked);
	}

	private boolean add(CaseId id, Joining joining, Mode mode) {
		return add(id, joining, mode, "");
	}

	/**
	 * @param occasion tells this time from another at which the message came into the
	 * case
	 */
	boolean add(CaseId id, Joining joining, Mode mode, String occasion) {
		var message = joining.message();
		if (!this.cases.addMessage(id, message, joining.reason())) {
			return false;
		}
		this.events.publishEvent(new CaseEvent.MessageAdded(id, message.id(), joining.reason(), occasion, mode));
		for (var participant : this.cases.addParticipants(id, joining.participants())) {
			this.events.publishEvent(new ParticipantEvent.ParticipantChanged(id, participant.address(),
					participant.name(), participant.role(), mode));
		}
		addFiles(id, message, mode);
		if (mode == Mode.LIVE) {
			// What an old mail points to is another version by now.
			this.documents.fetchLinks(message.pointers());
		}
		this.documents.read(message.parts()
			.stream()
			.map((part) -> new Named(part.document(), part.name(), part.mediaType()))
			.toList());
		return true;
	}

	/** Each is told of with the version it is by all that is known when it comes. */
	private void addFiles(CaseId id, Message message, Mode mode) {
		var added = asked(message).stream()
			.filter((part) -> this.cases
				.addDocument(id, part.document(), part.name(), part.mediaType(), part.size(), message.id())
				.isPresent())
			.map((part) -> new VersionedFile.Key(part.document(), part.name()))
			.toList();
		var pointedTo = this.copies.take(id, message.id());
		if (!added.isEmpty() || pointedTo) {
			this.chains.arrangeSoon(id, mode);
			this.files.documents(id)
				.stream()
				.filter((file) -> added.contains(file.key()) && file.message().equals(message.id()))
				.forEach((file) -> this.events.publishEvent(new CaseEvent.DocumentVersionAdded(id, file, mode)));
		}
	}

	private void put(CaseId id, Message message, List<EmailAddress> approvers, int revision, List<DocumentId> documents,
			Instant at, Mode mode) {
		var text = Names.sha256(message.subject() + "\n" + message.content());
		for (var approver : approvers) {
			var ask = new Ask(new AskId(Names.of("ask_", id, message.id(), approver, revision)), id, message.id(),
					message.internetMessageId(), approver, revision, documents, text, Ask.State.OPEN, at);
			if (this.cases.addAsk(ask)) {
				this.events
					.publishEvent(new AskEvent.RequestSent(id, ask.id(), approver, revision, documents, text, mode));
			}
		}
	}

	private void order(CaseId id, MessageId by, EmailAddress orderedBy, List<NewCase.NewTask> tasks, Mode mode) {
		for (var ordered : tasks) {
			var task = new Task(Task.idOf(id, by, ordered.assignee(), ordered.description()), ordered.assignee(),
					ordered.description(), ordered.due(), Task.State.OPEN);
			this.cases.addTask(id, task);
			this.events.publishEvent(new AskEvent.TaskOrdered(id, by, task, orderedBy, mode));
		}
	}

	private static boolean isTo(EmailAddress person, Message message) {
		return Stream.concat(message.to().stream(), message.cc().stream())
			.anyMatch((party) -> party.address().equals(person));
	}

	private static EmailAddress orderedBy(NewCase opened) {
		return opened.participants()
			.stream()
			.filter((one) -> one.role() == Role.REQUESTER)
			.map(Participant::address)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("A case has a requester"));
	}

	private static List<DocumentId> files(Message message) {
		return asked(message).stream().map(Part::document).distinct().toList();
	}

	/** Files that are asked about; pictures inside the text are part of the text. */
	private static List<Part> asked(Message message) {
		return message.parts().stream().filter((part) -> part.role() != Part.Role.INLINE).toList();
	}

}
