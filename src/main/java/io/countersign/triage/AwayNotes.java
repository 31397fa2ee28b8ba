package io.countersign.triage;

import java.time.Clock;
import java.util.Optional;

import io.countersign.identity.Absence;
import io.countersign.identity.Absences;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.AutomaticMark;
import io.countersign.reading.AbsenceReader;
import io.countersign.reading.AbsenceReading;
import io.countersign.reading.AbsenceReading.StandIn;
import io.countersign.verdicts.Authorship;
import io.countersign.verdicts.Authorship.Author;

import org.springframework.stereotype.Component;

/**
 * What mailboxes answer while their owners are away. It says who is away and whom he
 * names; it decides nothing and sends nothing anywhere.
 */
@Component
class AwayNotes {

	/** Two people of a name are a doubt. */
	private static final int DOUBT = 2;

	private static final int LONGEST_NAME = 80;

	private static final int LONGEST_QUOTE = 300;

	private final AbsenceReader reader;

	private final Authorship authorship;

	private final Absences absences;

	private final People people;

	private final OwnMail own;

	private final TriageProperties properties;

	private final Clock clock;

	AwayNotes(AbsenceReader reader, Authorship authorship, Absences absences, People people, OwnMail own,
			TriageProperties properties, Clock clock) {
		this.reader = reader;
		this.authorship = authorship;
		this.absences = absences;
		this.people = people;
		this.own = own;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Takes the note where there is one. Only somebody of the directory can be away, and
	 * only his own mailbox can say so.
	 * @return why a note is not believed, in a sentence
	 */
	Optional<String> take(Incoming incoming) {
		var author = incoming.author().map(incoming.people()::get).filter(Person::inDirectory);
		if (author.isEmpty() || !isAnswer(incoming)) {
			return Optional.empty();
		}
		var received = incoming.message().receivedAt().atZone(this.properties.zone()).toLocalDate();
		return this.reader.read(incoming.message().subject(), incoming.reading(), received)
			.flatMap((read) -> believed(incoming, author.get(), read));
	}

	/** A mail that a rule of the mailbox forwards says nothing for its owner. */
	private static boolean isAnswer(Incoming incoming) {
		var message = incoming.message();
		return AutomaticMark.isReply(message.evidence()) && message.threading().isReply()
				&& !Titles.isForward(message.subject());
	}

	private Optional<String> believed(Incoming incoming, Person author, AbsenceReading read) {
		var message = incoming.message();
		return switch (this.authorship.ofMailbox(message, incoming.people(), this.own.mailboxes(message),
				this.clock.instant())) {
			case Author.Proven _ -> {
				this.absences.note(absence(incoming, author.address(), read), incoming.mode());
				yield Optional.empty();
			}
			case Author.Doubted doubted -> unbelieved(doubted.reason());
			case Author.Awaited awaited -> unbelieved(awaited.reason());
			case Author.Forged forged -> unbelieved(forged.reason());
		};
	}

	private static Optional<String> unbelieved(String reason) {
		return Optional.of("It says that its author is away, and that is not believed: " + reason);
	}

	private Absence absence(Incoming incoming, EmailAddress person, AbsenceReading read) {
		var ends = read.lastDay().plusDays(1).atStartOfDay(this.properties.zone()).toInstant();
		var quote = read.until().quote() + read.standIn()
			.map((standIn) -> standIn.clue().quote())
			.filter((words) -> !words.equals(read.until().quote()))
			.map((words) -> " " + words)
			.orElse("");
		var message = incoming.message();
		return new Absence(person, read.lastDay(), ends,
				read.standIn().map((standIn) -> shortened(standIn.name(), LONGEST_NAME)),
				read.standIn().flatMap((standIn) -> found(standIn, person)), message.id().value(),
				shortened(quote, LONGEST_QUOTE), message.receivedAt());
	}

	/** The one person of the directory who is meant, and not the author himself. */
	private Optional<EmailAddress> found(StandIn standIn, EmailAddress author) {
		if (!standIn.single()) {
			return Optional.empty();
		}
		var written = standIn.address();
		var meant = written.isPresent()
				? written.flatMap(EmailAddress::parse).flatMap(this.people::find).stream().toList()
				: this.people.called(standIn.name(), DOUBT);
		return (meant.size() == 1)
				? Optional.of(meant.getFirst().address()).filter((address) -> !address.equals(author))
				: Optional.empty();
	}

	private static String shortened(String words, int longest) {
		var line = words.replaceAll("\\s+", " ").strip();
		if (line.length() <= longest) {
			return line;
		}
		var end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
		return line.substring(0, end).stripTrailing() + "…";
	}

}
