package io.countersign.cases;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.journal.Mode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An approval binds the files it was given for. Whoever has approved them and is asked
 * nothing more is asked whether his answer covers a newer version too, as soon as one is
 * known: the same request is put again, about the newer files.
 */
@Component
class VersionDoubts {

	private final CaseRepository cases;

	private final CaseReader reader;

	private final Messages messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	VersionDoubts(CaseRepository cases, CaseReader reader, Messages messages, ApplicationEventPublisher events,
			Clock clock) {
		this.cases = cases;
		this.reader = reader;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Something has become known of the versions of a case, which is locked.
	 * @param by who says so; nobody when it was worked out
	 */
	void raise(CaseRepository.Locked locked, Optional<PersonId> by) {
		settle(locked.id());
		put(locked, by).forEach(this.events::publishEvent);
	}

	/**
	 * After an answer that came in spite of a newer version. Its receipt asks, and
	 * nothing else does.
	 */
	void askInReceipt(CaseRepository.Locked locked) {
		put(locked, Optional.empty());
	}

	private List<VerdictEvent.VersionDoubted> put(CaseRepository.Locked locked, Optional<PersonId> by) {
		var view = view(locked.id());
		var asked = view.asks().stream().filter((ask) -> ask.revision() == view.revision()).toList();
		if (locked.mode() != Mode.LIVE || view.state() == CaseState.CLOSED || asked.stream().anyMatch(Ask::isOpen)) {
			return List.of();
		}
		var revision = view.asks().stream().mapToInt(Ask::revision).max().orElse(0) + 1;
		var raised = new ArrayList<VerdictEvent.VersionDoubted>();
		for (var verdict : view.verdicts()) {
			var newer = view.newerThan(verdict.decision().documents());
			var about = asked.stream().filter((ask) -> ask.id().equals(verdict.decision().ask())).findFirst();
			if (verdict.approves() && about.isPresent() && isNews(locked, verdict, newer)
					&& newer.stream().anyMatch((file) -> by.isPresent() || isOfRequester(file, view))) {
				raised.add(again(view, about.get(), verdict, revision, by, locked.mode()));
			}
		}
		return raised;
	}

	/** Where both are old mail in a case of old mail, nobody is asked. */
	private boolean isNews(CaseRepository.Locked locked, Verdict verdict, List<CaseDocument> newer) {
		var reply = verdict.decision().message();
		var mails = Stream.concat(reply.stream(), newer.stream().map(CaseDocument::message)).toList();
		return locked.opened() == Mode.LIVE || reply.isEmpty() || !this.messages.news(mails).isEmpty();
	}

	private VerdictEvent.VersionDoubted again(CaseView view, Ask before, Verdict verdict, int revision,
			Optional<PersonId> by, Mode mode) {
		var ask = new Ask(new AskId(Names.of("ask_", view.id(), before.message(), before.approver(), revision)),
				view.id(), before.message(), Optional.empty(), before.approver(), revision,
				newest(view, verdict.decision().documents()), before.textSha256(), Ask.State.OPEN,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		if (this.cases.addAsk(ask)) {
			this.events.publishEvent(new AskEvent.RequestSent(view.id(), ask.id(), ask.approver(), revision,
					ask.documents(), ask.textSha256(), mode));
		}
		return new VerdictEvent.VersionDoubted(view.id(), verdict.id(), ask, by, mode);
	}

	/** What was asked about a version that is none after all is not asked any more. */
	private void settle(CaseId id) {
		var view = view(id);
		view.asks()
			.stream()
			.filter((ask) -> ask.isOpen() && isOurs(ask, view) && !isNeeded(ask, view))
			.forEach((ask) -> this.cases.withdraw(ask.id()));
	}

	/** Of the same words as an earlier one, and of no mail. */
	private static boolean isOurs(Ask ask, CaseView view) {
		return ask.internetMessageId().isEmpty() && approvedBefore(ask, view).findAny().isPresent();
	}

	private static boolean isNeeded(Ask ask, CaseView view) {
		return approvedBefore(ask, view)
			.anyMatch((verdict) -> newest(view, verdict.decision().documents()).equals(ask.documents())
					&& !view.newerThan(verdict.decision().documents()).isEmpty());
	}

	private static Stream<Verdict> approvedBefore(Ask ask, CaseView view) {
		return view.verdicts()
			.stream()
			.filter((verdict) -> verdict.approves() && view.asks()
				.stream()
				.anyMatch((before) -> before.id().equals(verdict.decision().ask())
						&& before.message().equals(ask.message()) && before.approver().equals(ask.approver())
						&& before.revision() < ask.revision()));
	}

	private static List<DocumentId> newest(CaseView view, List<DocumentId> files) {
		var newer = view.newerThan(files);
		var chains = newer.stream().map(CaseDocument::chain).toList();
		var staying = files.stream()
			.filter((file) -> view.documents()
				.stream()
				.noneMatch((one) -> one.sha256().equals(file) && chains.contains(one.chain())));
		return Stream.concat(staying, newer.stream().map(CaseDocument::sha256)).distinct().toList();
	}

	/**
	 * What others send into a case asks nobody: a mail in which the requester puts files
	 * to those he has asked has been proved, or a person has let it in.
	 */
	private boolean isOfRequester(CaseDocument file, CaseView view) {
		var approvers = view.asks().stream().map(Ask::approver).toList();
		return this.messages.find(file.message())
			.filter((mail) -> isFrom(mail.from(), view.requester().map(Participant::address))
					&& mail.to().stream().map(Party::address).anyMatch(approvers::contains))
			.isPresent();
	}

	private static boolean isFrom(Optional<Party> author, Optional<EmailAddress> requester) {
		return requester.isPresent() && author.map(Party::address).equals(requester);
	}

	private CaseView view(CaseId id) {
		return this.reader.find(id).orElseThrow(() -> new CaseNotFound(id.value()));
	}

}
