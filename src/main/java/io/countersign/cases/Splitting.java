package io.countersign.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.problem.Conflict;

import org.springframework.stereotype.Component;

/** Makes mails that were taken out of a case a case of their own. */
@Component
class Splitting {

	private static final String REASON = "It opens the case: A person made it a case of its own.";

	private final CaseRepository cases;

	private final CaseReader reader;

	private final RegroupingRepository regroupings;

	private final Opening opening;

	private final Transfer transfer;

	private final Messages messages;

	Splitting(CaseRepository cases, CaseReader reader, RegroupingRepository regroupings, Opening opening,
			Transfer transfer, Messages messages) {
		this.cases = cases;
		this.reader = reader;
		this.regroupings = regroupings;
		this.opening = opening;
		this.transfer = transfer;
		this.messages = messages;
	}

	/** The name of the case this message would open. */
	CaseId caseOf(MessageId opening) {
		return this.cases.openedBy(opening).orElseGet(() -> Opening.caseOf(opening));
	}

	/**
	 * Opens the case, or opens again the one that was closed when the split was undone.
	 */
	CaseRepository.Locked open(CaseView from, Regrouping done, String title, EmailAddress approver, Mode mode) {
		var first = this.messages.get(done.messages().getFirst());
		if (first.from().filter((author) -> !author.address().equals(approver)).isEmpty()) {
			throw new Conflict("A mail asks somebody else than its author.");
		}
		var before = this.cases.openedBy(first.id());
		var id = before.orElseGet(() -> this.opening.open(opened(first, from, title, approver, mode, done)));
		var locked = this.cases.lock(id);
		if (before.isPresent()) {
			again(locked, first, approver, done);
		}
		this.transfer.putIn(locked, done, false, done.at());
		return locked;
	}

	private void again(CaseRepository.Locked locked, Message first, EmailAddress approver, Regrouping done) {
		if (locked.state() != CaseState.CLOSED) {
			throw new Conflict("The mail has opened a case that is still open.");
		}
		this.opening.ask(locked.id(), new Joining(first, Transfer.people(first), Transfer.BY_HAND, done.at()),
				List.of(approver), Optional.empty());
		this.regroupings.reopenAsks(this.reader.asks(locked.id())
			.stream()
			.filter((ask) -> ask.approver().equals(approver))
			.map(Ask::id)
			.toList());
		this.cases.change(locked, CaseState.WAITING, Optional.of(approver), Optional.empty(), done.at());
	}

	private static NewCase opened(Message first, CaseView from, String title, EmailAddress approver, Mode mode,
			Regrouping done) {
		return new NewCase(first, title, from.type(), from.language(), participants(first, approver), List.of(approver),
				List.of(), Optional.empty(), REASON, mode, done.at());
	}

	private static List<Participant> participants(Message first, EmailAddress approver) {
		var others = Transfer.people(first)
			.stream()
			.filter((one) -> !one.address().equals(approver))
			.map((one) -> isAuthor(first, one) ? new Participant(one.address(), one.name(), Role.REQUESTER) : one);
		var named = Transfer.people(first)
			.stream()
			.filter((one) -> one.address().equals(approver))
			.map(Participant::name)
			.findFirst()
			.orElse(approver.value());
		return Stream.concat(others, Stream.of(new Participant(approver, named, Role.APPROVER))).toList();
	}

	private static boolean isAuthor(Message first, Participant one) {
		return first.from().filter((from) -> from.address().equals(one.address())).isPresent();
	}

}
