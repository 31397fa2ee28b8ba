package io.countersign.triage;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.cases.Participant;
import io.countersign.identity.Mandate;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.ReadingProgress;
import io.countersign.verdicts.Matter;
import io.countersign.verdicts.Reply;

import org.springframework.stereotype.Component;

/** What is known around a mail when it is judged as a reply in its case. */
@Component
class Matters {

	private final Cases cases;

	private final Messages messages;

	private final ReadingProgress progress;

	private final OwnMail own;

	private final Questions questions;

	private final Costs costs;

	private final Standings standings;

	private final Corrections corrections;

	private final OtherVersions versions;

	private final SideQuestions sideQuestions;

	private final Repeats repeats;

	private final Threads threads;

	private final Clock clock;

	Matters(Cases cases, Messages messages, ReadingProgress progress, OwnMail own, Questions questions, Costs costs,
			Standings standings, Corrections corrections, OtherVersions versions, SideQuestions sideQuestions,
			Repeats repeats, Threads threads, Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.progress = progress;
		this.own = own;
		this.questions = questions;
		this.costs = costs;
		this.standings = standings;
		this.corrections = corrections;
		this.versions = versions;
		this.sideQuestions = sideQuestions;
		this.repeats = repeats;
		this.threads = threads;
		this.clock = clock;
	}

	/**
	 * @param mandates those of whoever sent it
	 */
	Reply reply(Incoming incoming, CaseView view, List<Mandate> mandates) {
		var message = incoming.message();
		var sent = incoming.actor().flatMap((actor) -> this.progress.of(actor, Folder.SENT));
		var standing = this.standings.of(view);
		var matter = new Matter(view.state(), view.type(), view.requester().map(Participant::address), view.asks(),
				this.questions.answered(message, view), this.costs.of(view, mandates, standing.kinds()),
				unasked(incoming, view))
			.standing(standing)
			.in(this.threads.of(message, view));
		return new Reply(message, message.sightings(), matter, named(message, view), incoming.people(), mandates, sent,
				this.own.mailboxes(message), this.repeats.of(message, view), Optional.empty(), Optional.empty(),
				incoming.reading().own(), incoming.reading().verdict(), this.clock.instant());
	}

	/** The nearest first, whether a mail or a question of ours has put it. */
	private List<Ask> named(Message message, CaseView view) {
		var ancestors = List.copyOf(message.threading().ancestors());
		var asks = this.cases.asksNamed(ancestors);
		return ancestors.stream()
			.flatMap((name) -> Stream.concat(this.questions.askNamed(name, view).stream(),
					asks.stream().filter((ask) -> ask.internetMessageId().equals(Optional.of(name)))))
			.distinct()
			.toList();
	}

	/**
	 * Mails that brought another version of what was asked, or said one, and ask nothing
	 * themselves; and one that asks something else.
	 */
	private Set<String> unasked(Incoming incoming, CaseView view) {
		var message = incoming.message();
		var unasked = new HashSet<>(this.corrections.namedBy(message, view));
		unasked.addAll(this.versions.of(message, view));
		this.sideQuestions.answeredBy(message, view, incoming.reading().verdict()).ifPresent(unasked::add);
		return unasked;
	}

}
