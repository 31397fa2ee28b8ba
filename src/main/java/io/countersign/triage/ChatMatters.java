package io.countersign.triage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseDocument;
import io.countersign.cases.CaseView;
import io.countersign.cases.Participant;
import io.countersign.identity.People;
import io.countersign.intake.ChatEvidence;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.intake.Party;
import io.countersign.intake.ReadingProgress;
import io.countersign.intake.Sighting;
import io.countersign.reading.Reading;
import io.countersign.verdicts.ChatGround;
import io.countersign.verdicts.Matter;
import io.countersign.verdicts.Reply;

import org.springframework.stereotype.Component;

/**
 * What is known around a message of a chat when it is judged as an answer in its case.
 */
@Component
class ChatMatters {

	private final ChatWords words;

	private final Messages messages;

	private final ReadingProgress progress;

	private final People people;

	private final Costs costs;

	private final Standings standings;

	private final TriageProperties properties;

	private final Clock clock;

	ChatMatters(ChatWords words, Messages messages, ReadingProgress progress, People people, Costs costs,
			Standings standings, TriageProperties properties, Clock clock) {
		this.words = words;
		this.messages = messages;
		this.progress = progress;
		this.people = people;
		this.costs = costs;
		this.standings = standings;
		this.properties = properties;
		this.clock = clock;
	}

	Reply reply(Message message, CaseView view, ChatTie tie, Reading reading) {
		var chat = message.chat().orElseThrow();
		var author = message.from().map(Party::address);
		var named = view.asks()
			.reversed()
			.stream()
			.filter((ask) -> author.filter(ask.approver()::equals).isPresent() && !ask.askedAt().isAfter(tie.at()))
			.toList();
		var entry = chat.author()
			.filter(ChatEvidence.Author::person)
			.flatMap((one) -> this.people.entries(List.of(one.id())).stream().findFirst());
		var asks = tie.question().map((question) -> this.words.asks(question, message)).orElse(true);
		var ground = new ChatGround(entry, tie.bond(), tie.at(), asks, isComplete(message),
				this.messages.byInternetMessageId(chat.key()).equals(List.of(message.id())));
		var standing = this.standings.of(view);
		var matter = new Matter(view.state(), view.type(), view.requester().map(Participant::address), view.asks(),
				Optional.empty(), this.costs.of(view, List.of(), standing.kinds()), unasked(view))
			.standing(standing);
		return new Reply(message, message.sightings(), matter, named, this.people.findAll(author.stream().toList()),
				List.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(ground),
				reading.own(), reading.verdict(), this.clock.instant());
	}

	/** What has brought a newer version and has put it to nobody. */
	private static Set<String> unasked(CaseView view) {
		var asking = view.asks().stream().map(Ask::message).toList();
		return view.asks()
			.stream()
			.flatMap((ask) -> view.newerThan(ask.documents()).stream())
			.map(CaseDocument::message)
			.filter((message) -> !asking.contains(message))
			.map(MessageId::value)
			.collect(Collectors.toSet());
	}

	/** Whether the chat has been looked at for some time after it was written. */
	boolean isComplete(Message message) {
		var chat = message.chat().orElseThrow();
		var needed = chat.createdAt().plus(this.properties.chatGrace());
		return readUpTo(message).stream().anyMatch((upTo) -> !upTo.isBefore(needed));
	}

	boolean isWatched(Message message) {
		return !readUpTo(message).isEmpty();
	}

	private List<Instant> readUpTo(Message message) {
		return message.sightings()
			.stream()
			.filter((sighting) -> sighting.folder() == Folder.CHATS)
			.map(Sighting::mailbox)
			.distinct()
			.flatMap((mailbox) -> this.progress.of(mailbox, Folder.CHATS).stream())
			.toList();
	}

}
