package io.countersign.triage;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Digest;
import io.countersign.cases.Participant;
import io.countersign.identity.Mandates;
import io.countersign.intake.Folder;
import io.countersign.intake.ReadingProgress;
import io.countersign.reading.ListReading;
import io.countersign.verdicts.DigestAnswer;
import io.countersign.verdicts.Matter;
import io.countersign.verdicts.Reply;
import io.countersign.verdicts.ThreadFacts;

import org.springframework.stereotype.Component;

/**
 * What the gates look at where a number of a digest is answered: that one request, its
 * case as it is now, and what was said of that number alone.
 */
@Component
class DigestMatters {

	private final Cases cases;

	private final ReadingProgress progress;

	private final Mandates mandates;

	private final OwnMail own;

	private final Costs costs;

	private final Standings standings;

	private final Repeats repeats;

	private final Threads threads;

	private final Clock clock;

	DigestMatters(Cases cases, ReadingProgress progress, Mandates mandates, OwnMail own, Costs costs,
			Standings standings, Repeats repeats, Threads threads, Clock clock) {
		this.cases = cases;
		this.progress = progress;
		this.mandates = mandates;
		this.own = own;
		this.costs = costs;
		this.standings = standings;
		this.repeats = repeats;
		this.threads = threads;
		this.clock = clock;
	}

	Reply reply(Incoming incoming, Digest digest, Digest.Entry entry, ListReading.Point point) {
		var message = incoming.message();
		var view = this.cases.get(entry.caseId());
		var mandates = incoming.actor().map(this.mandates::of).orElseGet(List::of);
		var sent = incoming.actor().flatMap((actor) -> this.progress.of(actor, Folder.SENT));
		var asked = view.asks().stream().filter((ask) -> ask.id().equals(entry.ask())).findFirst();
		var answer = new DigestAnswer(state(incoming, digest, entry, view, asked), entry.number(), point.words());
		var standing = this.standings.of(view);
		var matter = new Matter(view.state(), view.type(), view.requester().map(Participant::address), view.asks(),
				Optional.empty(), this.costs.of(view, mandates, standing.kinds()), Set.of(), Optional.of(answer),
				standing, ThreadFacts.of(this.threads.namesake(message)));
		return new Reply(message, message.sightings(), matter, asked.stream().toList(), incoming.people(), mandates,
				sent, this.own.mailboxes(message), this.repeats.of(message, view), Optional.empty(), Optional.empty(),
				incoming.reading().own(), point.verdict(), this.clock.instant());
	}

	private static DigestAnswer.State state(Incoming incoming, Digest digest, Digest.Entry entry, CaseView view,
			Optional<Ask> asked) {
		var message = incoming.message();
		if (!incoming.isFrom(digest.person())) {
			return DigestAnswer.State.FOREIGN;
		}
		if (!message.receivedAt().isBefore(digest.endsAt())) {
			return DigestAnswer.State.EXPIRED;
		}
		if (entry.isUsedBeside(message.id())) {
			return DigestAnswer.State.USED;
		}
		if (asked.filter(entry::isStill).filter((ask) -> ask.approver().equals(digest.person())).isEmpty()) {
			return DigestAnswer.State.CHANGED;
		}
		if (asked.get().state() == Ask.State.ANSWERED && entry.answeredBy().isEmpty()) {
			return DigestAnswer.State.ANSWERED;
		}
		return (entry.revision() < view.revision() || !view.newerThan(entry.documents()).isEmpty())
				? DigestAnswer.State.OVERTAKEN : DigestAnswer.State.OPEN;
	}

}
