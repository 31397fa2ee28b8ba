package io.countersign.triage;

import java.util.Map;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.AutomaticMark;
import io.countersign.intake.Message;
import io.countersign.intake.Party;
import io.countersign.journal.Mode;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;

/**
 * A message with what was read in it and whom we know of those it names.
 *
 * @param people those in the directory
 * @param again whether it has been read before, so that something may be known of it
 */
record Incoming(Message message, Reading reading, Map<EmailAddress, Person> people, Mode mode, boolean again) {

	Optional<EmailAddress> author() {
		return this.message.from().map(Party::address);
	}

	/** Whoever sent it: the sender where one is named, else the author. */
	Optional<EmailAddress> actor() {
		return this.message.evidence().has("Sender") ? this.message.sender().map(Party::address) : author();
	}

	boolean isFrom(EmailAddress address) {
		return author().filter(address::equals).isPresent();
	}

	boolean isTo(EmailAddress address) {
		return this.message.to().stream().anyMatch((to) -> to.address().equals(address));
	}

	boolean authorIsKnown() {
		return author().filter(this.people::containsKey).isPresent();
	}

	/** The author, when people come to him for decisions. */
	Optional<Person> leader() {
		return author().map(this.people::get).filter(Person::leads);
	}

	RequestReading request() {
		return this.reading.request();
	}

	/** Why no person wrote it, in a sentence. */
	Optional<String> automatic() {
		var marked = AutomaticMark.unwritten(this.message.evidence().header()).map(AutomaticMark::sentence);
		return (marked.isEmpty() && this.reading.automatic()) ? Optional.of("A program wrote it.") : marked;
	}

}
