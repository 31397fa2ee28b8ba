package io.countersign.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseNotFound;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.documents.Documents;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.journal.Journal;
import io.countersign.overview.Board;
import io.countersign.overview.DueScale;
import io.countersign.reading.Reader;
import io.countersign.reading.Reading;
import io.countersign.triage.Letters;
import io.countersign.writeback.Writebacks;

import org.springframework.stereotype.Component;

/** Collects what a case's page shows. */
@Component
class CasePages {

	/** A thread with more mails is still shown, from its first to this one. */
	static final int MOST_LETTERS = 200;

	private final CaseAccess access;

	private final Cases cases;

	private final Messages messages;

	private final People people;

	private final Journal journal;

	private final Board board;

	private final Writebacks writebacks;

	private final Reader reader;

	private final DueScale scale;

	private final Documents documents;

	CasePages(CaseAccess access, Cases cases, Messages messages, People people, Journal journal, Board board,
			Writebacks writebacks, Reader reader, DueScale scale, Documents documents) {
		this.documents = documents;
		this.access = access;
		this.cases = cases;
		this.messages = messages;
		this.people = people;
		this.journal = journal;
		this.board = board;
		this.writebacks = writebacks;
		this.reader = reader;
		this.scale = scale;
	}

	CasePage of(String id, Person person) {
		var view = this.access.read(id, person);
		var letters = letters(view);
		var entries = this.journal.ofStream("case/" + id, 0, Journal.PAGE);
		var faces = Faces.of(view, letters.keySet(), this.people).with(entries, this.people);
		var thread = new CaseThread(view, faces, entries, this.cases.waiting(view.id())).events(letters,
				this.writebacks.ofCase(view.id()));
		var opening = letters.entrySet()
			.stream()
			.filter((letter) -> letter.getKey().id().equals(view.openedBy()))
			.map(Map.Entry::getValue)
			.findFirst();
		var row = this.board.row(id).orElseThrow(() -> new CaseNotFound(id));
		return new CasePage(view, row, faces, opening, thread, entries.reversed(), openAsk(view, person),
				CaseFiles.of(this.documents, view.files(), letters.keySet()), Versions.of(view.files()));
	}

	/** What this person is asked and has not answered for good. */
	static Optional<Ask> openAsk(CaseView view, Person person) {
		return view.openAsk(person.address());
	}

	private Map<Message, Reading> letters(CaseView view) {
		var letters = new LinkedHashMap<Message, Reading>();
		view.messages()
			.stream()
			.limit(MOST_LETTERS)
			.flatMap((joined) -> this.messages.find(joined.message()).stream())
			.forEach((message) -> letters.put(message, this.reader.read(Letters.of(message, this.scale.zone()))));
		return letters;
	}

}
