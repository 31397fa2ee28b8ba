package io.countersign.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.NewCase;
import io.countersign.cases.Participant;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.journal.Mode;
import io.countersign.problem.Conflict;
import io.countersign.reading.Reader;
import io.countersign.reading.Reading;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the case of a mail that was in doubt, when a person says whom it asks or whom it
 * gives work to.
 */
@Service
public class ByHand {

	private static final String REASON = "It opens the case: A person looked at it and said whom it asks.";

	private static final String ORDERED = "It opens the case: A person looked at it and said who is to do the work.";

	private final ReviewRepository reviews;

	private final Messages messages;

	private final Cases cases;

	private final People people;

	private final Reader reader;

	private final TriageProperties properties;

	ByHand(ReviewRepository reviews, Messages messages, Cases cases, People people, Reader reader,
			TriageProperties properties) {
		this.reviews = reviews;
		this.messages = messages;
		this.cases = cases;
		this.people = people;
		this.reader = reader;
		this.properties = properties;
	}

	/**
	 * Whom the mail may ask or give work to: those it went to whom the directory vouches
	 * for.
	 */
	public List<Person> candidates(Message message) {
		var author = message.from().map(Party::address);
		return this.people.ofDirectory(Stream.concat(message.to().stream(), message.cc().stream())
			.map(Party::address)
			.filter((address) -> !author.equals(Optional.of(address)))
			.toList());
	}

	@Transactional
	public CaseId open(MessageId id, EmailAddress approver, String by) {
		var message = settled(id, approver, by);
		var reading = read(message);
		return opened(message,
				new NewCase(message, Titles.of(message.subject()),
						CaseTypes.of(message.subject(), reading.own().text()), reading.language().code(),
						participants(message, approver, Role.APPROVER), List.of(approver), List.of(),
						Dues.of(reading, this.properties.zone()), REASON, Mode.LIVE, message.receivedAt()));
	}

	/** It orders work, and a person says whose. */
	@Transactional
	public CaseId order(MessageId id, EmailAddress assignee, String by) {
		var message = settled(id, assignee, by);
		var reading = read(message);
		var title = Titles.of(message.subject());
		var due = Dues.of(reading, this.properties.zone());
		return opened(message,
				new NewCase(message, title, CaseTypes.of(message.subject(), reading.own().text()),
						reading.language().code(), participants(message, assignee, Role.EXECUTOR), List.of(),
						List.of(new NewCase.NewTask(assignee, reading.request().ask().orElse(title), due)), due,
						ORDERED, Mode.LIVE, message.receivedAt()));
	}

	/** It is off the list from now on. */
	private Message settled(MessageId id, EmailAddress chosen, String by) {
		this.messages.lock(id);
		var message = this.messages.get(id);
		if (message.from().isEmpty()) {
			throw new Conflict("A mail without an author asks nothing.");
		}
		if (candidates(message).stream().noneMatch((one) -> one.address().equals(chosen))
				|| !this.reviews.resolve(id, by)) {
			throw new Conflict("The mail is not in doubt any more, or did not go to this person.");
		}
		return message;
	}

	private Reading read(Message message) {
		return this.reader.read(Letters.of(message, this.properties.zone()));
	}

	private CaseId opened(Message message, NewCase newCase) {
		var opened = this.cases.open(newCase);
		this.messages.inCase(message.id(), opened.value(), newCase.reason());
		return opened;
	}

	private static List<Participant> participants(Message message, EmailAddress chosen, Role role) {
		var author = message.from().orElseThrow();
		var others = Stream.concat(message.to().stream(), message.cc().stream())
			.map((party) -> new Participant(party.address(), party.displayName(),
					party.address().equals(chosen) ? role : Role.INFORMED));
		return Stream.concat(Stream.of(new Participant(author.address(), author.displayName(), Role.REQUESTER)), others)
			.toList();
	}

}
