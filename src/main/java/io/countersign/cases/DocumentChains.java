package io.countersign.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.Documents;
import io.countersign.documents.VersionChains;
import io.countersign.documents.VersionChains.Place;
import io.countersign.identity.PersonId;
import io.countersign.journal.Mode;
import io.countersign.work.DueRows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts the files of a case into chains of versions, by what is known of them now. What a
 * person has said stays.
 */
@Component
class DocumentChains {

	/** What comes after so many files of one case is not compared. */
	private static final int MOST = 10_000;

	/** A case with more files is put in order a moment later. */
	private static final int AT_ONCE = 500;

	private final ChainRepository chains;

	private final Documents documents;

	private final DueRows due;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DocumentChains(ChainRepository chains, Documents documents, DueRows due, ApplicationEventPublisher events,
			Clock clock) {
		this.chains = chains;
		this.documents = documents;
		this.due = due;
		this.events = events;
		this.clock = clock;
	}

	/** As soon as files have come or gone; the case is locked. */
	void arrangeSoon(CaseId id, Mode mode) {
		if (this.chains.count(id) <= AT_ONCE) {
			arrange(id, mode, Optional.empty());
		}
		else {
			this.chains.due(id);
			this.due.wake("case_chain");
		}
	}

	/** What was said of files in other cases holds in this one too; it is locked. */
	void carry(List<CaseId> from, CaseRepository.Locked into) {
		this.chains.carry(from, into.id());
		arrangeSoon(into.id(), into.opened());
		this.chains.due(into.id());
		this.due.wake("case_chain");
	}

	/**
	 * The case is locked.
	 * @param by whose word made it necessary; nobody's when a text has become known
	 */
	void arrange(CaseId id, Mode mode, Optional<PersonId> by) {
		var rows = this.chains.files(id, MOST);
		var places = VersionChains.of(
				this.documents.versioned(rows.stream().map(ChainRepository.Row::brought).toList()),
				this.chains.said(id));
		var changed = new ArrayList<Place>();
		for (var at = 0; at < places.size(); at++) {
			if (!rows.get(at).stands(places.get(at))) {
				changed.add(places.get(at));
			}
		}
		this.chains.place(id, changed);
		for (var at = 0; at < places.size(); at++) {
			if (isNews(rows.get(at), places.get(at))) {
				this.events.publishEvent(new DocumentLinked(id, places.get(at), by, now(), mode));
			}
		}
	}

	/** A file that has just come is told of as such. */
	private static boolean isNews(ChainRepository.Row before, Place place) {
		return before.placed() && (before.version() != place.version() || !before.previous().equals(place.previous()));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
