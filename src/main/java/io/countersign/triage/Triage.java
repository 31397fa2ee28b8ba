package io.countersign.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.Cases;
import io.countersign.cases.NewCase;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageRead;
import io.countersign.intake.Messages;
import io.countersign.journal.Mode;
import io.countersign.reading.Reader;
import io.countersign.reading.Reading;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Decides what a message is to us, in the transaction in which it was read. */
@Component
class Triage {

	private final Correlation correlation;

	private final Replies replies;

	private final Roles roles;

	private final Reviews reviews;

	private final Cases cases;

	private final Messages messages;

	private final Reader reader;

	private final TriageProperties properties;

	Triage(Correlation correlation, Replies replies, Roles roles, Reviews reviews, Cases cases, Messages messages,
			Reader reader, TriageProperties properties) {
		this.correlation = correlation;
		this.replies = replies;
		this.roles = roles;
		this.reviews = reviews;
		this.cases = cases;
		this.messages = messages;
		this.reader = reader;
		this.properties = properties;
	}

	@EventListener
	void on(MessageRead read) {
		var message = read.message();
		var known = this.roles.known(message);
		var already = this.cases.ofMessages(List.of(message.id()));
		var match = already.isEmpty() ? this.correlation.find(message, message.sightings())
				: Optional.of(new Match(already.getFirst(), "It is in this case already.", true));
		var reading = this.reader.read(Letters.of(message, this.properties.zone()));
		if (match.isPresent()) {
			belongs(message, match.get(), reading, known);
		}
		else {
			stands(message, reading, known, read.mode());
		}
	}

	/**
	 * Whoever writes into a case is somebody we know; strangers are shown to a person
	 * first.
	 */
	private void belongs(Message message, Match match, Reading reading, Map<EmailAddress, Person> known) {
		var insider = message.from()
			.filter((from) -> known.containsKey(from.address())
					|| this.cases.get(match.caseId()).participant(from.address()).isPresent());
		if (match.sure() && insider.isPresent()) {
			this.replies.take(message, match, reading, known);
		}
		else {
			var doubt = insider.isPresent() ? match.reason() + " Anybody can write that."
					: match.reason() + " Its author is neither in the directory nor in the case.";
			this.reviews.open(message, doubt, match.caseId());
		}
	}

	private void stands(Message message, Reading reading, Map<EmailAddress, Person> known, Mode mode) {
		var automatic = Automatic.reason(message.evidence().header());
		if (automatic.isPresent() || reading.automatic()) {
			this.messages.ignore(message.id(), automatic.orElse("A program wrote it."));
			return;
		}
		var request = reading.request();
		switch (request.intent()) {
			case APPROVAL_REQUEST -> requested(message, reading, known, mode);
			case TASK_ORDER -> ordered(message, reading, known, mode);
			case QUESTION ->
				this.messages.ignore(message.id(), "It asks a question and no decision: " + request.reason());
			case ORIENTATION, NONE ->
				this.messages.ignore(message.id(), "Nobody is asked to decide or do anything: " + request.reason());
		}
	}

	private void requested(Message message, Reading reading, Map<EmailAddress, Person> known, Mode mode) {
		var request = reading.request();
		if (request.confidence() < this.properties.doubtful()) {
			this.messages.ignore(message.id(), "It hardly asks for a decision: " + request.reason());
			return;
		}
		var asked = this.roles.asked(message, request, known);
		if (message.from().isEmpty() || asked.isEmpty() || request.confidence() < this.properties.certain()) {
			this.reviews.open(message, asked.isEmpty() ? "It asks for a decision, but not clearly of whom."
					: "It may ask for a decision: " + request.reason());
			return;
		}
		open(message, reading, known, mode, asked, List.of());
	}

	/**
	 * Work is ordered by those who lead; among colleagues the same words are a favour.
	 */
	private void ordered(Message message, Reading reading, Map<EmailAddress, Person> known, Mode mode) {
		var request = reading.request();
		var leader = message.from().map((from) -> known.get(from.address())).filter(Person::leads);
		if (leader.isEmpty()) {
			this.messages.ignore(message.id(), "It asks for help and orders no work: its author leads nobody.");
			return;
		}
		var assignees = this.roles.asked(message, request, known);
		if (assignees.isEmpty() || request.confidence() < this.properties.certain()) {
			this.reviews.open(message, assignees.isEmpty() ? "It orders work, but not clearly of whom."
					: "It may order work: " + request.reason());
			return;
		}
		var due = Dues.of(reading, this.properties.zone());
		var what = request.ask().orElse(Titles.of(message.subject()));
		open(message, reading, known, mode, List.of(),
				assignees.stream().map((assignee) -> new NewCase.NewTask(assignee, what, due)).toList());
	}

	private void open(Message message, Reading reading, Map<EmailAddress, Person> known, Mode mode,
			List<EmailAddress> approvers, List<NewCase.NewTask> tasks) {
		var executors = tasks.stream().map(NewCase.NewTask::assignee).toList();
		var participants = tasks.isEmpty() ? this.roles.participants(message, approvers, Role.APPROVER, known)
				: this.roles.participants(message, executors, Role.EXECUTOR, known);
		var words = reading.own().text();
		var type = tasks.isEmpty() ? CaseTypes.of(message.subject(), words) : "bestilling";
		var reason = "It opens the case: " + reading.request().reason();
		var id = this.cases
			.open(new NewCase(message, Titles.of(message.subject()), type, reading.language().code(), participants,
					approvers, tasks, Dues.of(reading, this.properties.zone()), reason, mode, message.receivedAt()));
		this.reviews.settled(message.id());
		this.messages.inCase(message.id(), id.value(), reason);
	}

}
