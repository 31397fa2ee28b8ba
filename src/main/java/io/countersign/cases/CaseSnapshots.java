package io.countersign.cases;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.countersign.documents.Blocked;
import io.countersign.documents.CloudCopy;
import io.countersign.documents.CloudLink;
import io.countersign.documents.Documents;
import io.countersign.documents.VersionedFile;
import io.countersign.identity.Absence;
import io.countersign.identity.Absences;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;

import org.springframework.stereotype.Component;

/** Puts together what the API shows of a case. */
@Component
class CaseSnapshots {

	private static final int MOST_LETTERS = 200;

	private final Messages messages;

	private final People people;

	private final Absences absences;

	private final Documents documents;

	CaseSnapshots(Messages messages, People people, Absences absences, Documents documents) {
		this.messages = messages;
		this.people = people;
		this.absences = absences;
		this.documents = documents;
	}

	CaseSnapshot of(CaseView view) {
		var addresses = new HashSet<EmailAddress>();
		view.participants().forEach((one) -> addresses.add(one.address()));
		view.holder().ifPresent(addresses::add);
		view.asks().forEach((ask) -> addresses.add(ask.approver()));
		view.tasks().forEach((task) -> addresses.add(task.assignee()));
		view.verdicts().forEach((verdict) -> addresses.add(verdict.decision().actedBy()));
		var away = this.absences.findAll(addresses).values();
		away.forEach((absence) -> absence.standIn().ifPresent(addresses::add));
		var known = this.people.findAll(addresses);
		return new CaseSnapshot(view.id().value(), view.number().value(), view.title(), view.type(),
				view.state().word(),
				view.holder().map((holder) -> CaseSnapshot.PersonView.of(holder, known)).orElse(null),
				view.holderSince(), view.deadline().map(CaseSnapshot.DeadlineView::of).orElse(null),
				view.outcome().map(Outcome::name).orElse(null), view.openedAt(), view.changedAt(), view.version(),
				participants(view, known), asks(view, known),
				view.verdicts()
					.stream()
					.map((verdict) -> VerdictView.of(verdict, newer(view, verdict), known))
					.toList(),
				tasks(view, known), documents(view), links(view), messages(view),
				away.stream()
					.sorted(Comparator.comparing(Absence::person))
					.map((absence) -> CaseSnapshot.AbsenceView.of(absence, known))
					.toList());
	}

	VerdictView of(Verdict verdict, CaseView view) {
		return VerdictView.of(verdict, newer(view, verdict),
				this.people.findAll(List.of(verdict.decision().decidedFor())));
	}

	private static List<CaseDocument> newer(CaseView view, Verdict verdict) {
		return view.newerThan(verdict.decision().documents());
	}

	private static List<CaseSnapshot.ParticipantView> participants(CaseView view, Map<EmailAddress, Person> known) {
		return view.participants().stream().map((one) -> {
			var person = known.get(one.address());
			return new CaseSnapshot.ParticipantView((person != null) ? person.id().value() : null,
					one.address().value(), one.name(), one.role().name().toLowerCase(Locale.ROOT));
		}).toList();
	}

	private static List<CaseSnapshot.AskView> asks(CaseView view, Map<EmailAddress, Person> known) {
		return view.asks()
			.stream()
			.map((ask) -> new CaseSnapshot.AskView(ask.id().value(), ask.message().value(),
					ask.internetMessageId().orElse(null), CaseSnapshot.PersonView.of(ask.approver(), known),
					ask.revision(), ask.documents().stream().map((document) -> "sha256:" + document).toList(),
					VerdictView.VersionView.of(view.newerThan(ask.documents())),
					ask.state().name().toLowerCase(Locale.ROOT), ask.askedAt()))
			.toList();
	}

	private static List<CaseSnapshot.TaskView> tasks(CaseView view, Map<EmailAddress, Person> known) {
		return view.tasks()
			.stream()
			.map((task) -> new CaseSnapshot.TaskView(task.id(), CaseSnapshot.PersonView.of(task.assignee(), known),
					task.description(), task.due().map(CaseSnapshot.DeadlineView::of).orElse(null),
					task.state().name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	private List<DocumentView> documents(CaseView view) {
		var ids = view.documents().stream().map(CaseDocument::sha256).distinct().toList();
		var texts = this.documents.texts(ids);
		var within = this.documents.within(ids);
		var all = new HashSet<>(ids);
		within.values().forEach((inner) -> inner.forEach((one) -> all.add(one.document())));
		var blocked = this.documents.blocked(all);
		var letters = view.documents()
			.stream()
			.flatMap((file) -> file.sentIn().stream())
			.distinct()
			.limit(MOST_LETTERS)
			.flatMap((id) -> this.messages.find(id).stream())
			.collect(Collectors.toMap(Message::id, Function.identity()));
		return view.documents()
			.stream()
			.map((file) -> DocumentView.of(file, view.verdicts(), letters, texts.get(file.sha256()),
					within.getOrDefault(file.sha256(), List.of()), blocked))
			.toList();
	}

	private List<LinkView> links(CaseView view) {
		return view.messages()
			.stream()
			.limit(MOST_LETTERS)
			.flatMap((joined) -> this.messages.find(joined.message()).stream())
			.flatMap((message) -> this.documents.links(message.pointers())
				.stream()
				.map((link) -> LinkView.of(link, message.id(), placed(view, link), blocked(link))))
			.toList();
	}

	/** Where a copy stands among the versions; nothing until it has come to the case. */
	private static @Nullable CaseDocument placed(CaseView view, CloudLink link) {
		return link.copy()
			.map((copy) -> new VersionedFile.Key(copy.file(), copy.name()))
			.flatMap((key) -> view.files().stream().filter((file) -> file.key().equals(key)).findFirst())
			.orElse(null);
	}

	private @Nullable Blocked blocked(CloudLink link) {
		return link.copy()
			.map(CloudCopy::file)
			.map((file) -> this.documents.blocked(List.of(file)).get(file))
			.orElse(null);
	}

	private List<CaseSnapshot.MessageView> messages(CaseView view) {
		return view.messages()
			.stream()
			.map((joined) -> new CaseSnapshot.MessageView(joined.message().value(), joined.reason(),
					this.messages.sightings(joined.message()).stream().map(CaseSnapshot.SightingView::of).toList()))
			.toList();
	}

}
