package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Message;
import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;
import io.countersign.reading.OwnWords;
import io.countersign.reading.Reader;
import io.countersign.reading.Reading;
import io.countersign.reading.RequestReading;

import org.springframework.stereotype.Component;

/** Reads what was said in a chat, as a short mail to everybody else in it. */
@Component
class ChatWords {

	private final Reader reader;

	private final CaseMentions mentions;

	private final People people;

	private final TriageProperties properties;

	ChatWords(Reader reader, CaseMentions mentions, People people, TriageProperties properties) {
		this.reader = reader;
		this.mentions = mentions;
		this.people = people;
		this.properties = properties;
	}

	/** What can be seen of its author's own words. */
	String visible(Message message) {
		return this.reader.readOpening(mail(message)).own().text();
	}

	/**
	 * What it says, without the name of the case it names. What nobody sees stays where
	 * it is and is told of.
	 * @param question what it answers, where that is known
	 */
	Reading read(Message message, Optional<Message> question) {
		var written = mail(message);
		var own = this.reader.readOpening(written).own();
		var words = this.mentions.without(own.text());
		var bare = new Mail("", Optional.of(words), Optional.empty(), written.from(), written.sender(), written.to(),
				written.cc(), written.sentAt(), written.zone(),
				question.map((asked) -> this.mentions.without(visible(asked))));
		var read = this.reader.read(bare);
		return (own.hidden().isEmpty() && own.answers().isEmpty()) ? read
				: new Reading(read.language(),
						new OwnWords(read.own().text(), read.own().spans(), own.answers(), own.hidden()),
						read.request(), read.verdict(), read.automatic());
	}

	/**
	 * Whether it asks one thing, for a decision, and of nobody else than this person.
	 * What it says besides in a way that cannot be seen makes it no question.
	 */
	boolean asks(Message question, Message answer) {
		var own = this.reader.readOpening(mail(question)).own();
		var text = this.mentions.without(own.text());
		if (!own.hidden().isEmpty() || text.chars().filter((letter) -> letter == '?').count() > 1) {
			return false;
		}
		var request = read(question, Optional.empty()).request();
		var author = answer.from().map((from) -> from.address().value()).orElse("");
		return request.intent() == RequestReading.Intent.APPROVAL_REQUEST
				&& request.confidence() >= this.properties.certain()
				&& (request.askedOf().isEmpty() || request.askedOf().contains(author));
	}

	private Mail mail(Message message) {
		var content = message.content();
		return new Mail("", content.text(), content.html(),
				message.from().map((from) -> new Correspondent(from.displayName(), from.address().value())),
				Optional.empty(), others(message), List.of(), Optional.of(message.receivedAt()), this.properties.zone(),
				Optional.empty());
	}

	private List<Correspondent> others(Message message) {
		var members = message.chat()
			.map(ChatEvidence::members)
			.orElseGet(List::of)
			.stream()
			.flatMap((member) -> member.address().stream())
			.filter((address) -> message.from().filter((from) -> from.address().equals(address)).isEmpty())
			.toList();
		var known = this.people.findAll(members);
		return members.stream()
			.flatMap((address) -> Optional.ofNullable(known.get(address)).stream())
			.map(ChatWords::correspondent)
			.toList();
	}

	private static Correspondent correspondent(Person person) {
		return new Correspondent(person.displayName(), person.address().value());
	}

}
