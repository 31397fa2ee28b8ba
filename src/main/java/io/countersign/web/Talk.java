package io.countersign.web;

import java.util.List;

import io.countersign.cases.CaseView;
import io.countersign.cases.Comment;
import io.countersign.cases.Comments;
import io.countersign.cases.PrivateNotes;
import io.countersign.identity.CurrentPerson;
import io.countersign.identity.Person;

import org.springframework.stereotype.Component;

/** What is said about a case, as far as whoever reads the page may know it. */
@Component
class Talk {

	private final Comments comments;

	private final PrivateNotes notes;

	private final CurrentPerson currentPerson;

	Talk(Comments comments, PrivateNotes notes, CurrentPerson currentPerson) {
		this.comments = comments;
		this.notes = notes;
		this.currentPerson = currentPerson;
	}

	/** Informal words are for the people of the case. */
	List<Comment> of(CaseView view, Person me) {
		var inside = CaseAccess.isOf(me, view);
		return this.comments.of(view.id()).stream().filter((one) -> inside || one.formal()).toList();
	}

	/** Those of the case talk on it, and the secretariat may file a word. */
	static boolean mayTalk(Person me, CaseView view) {
		return CaseAccess.mayTalk(me, view) || Secretariat.isReading();
	}

	/** The reader's own note, or nothing. */
	String noteOf(CaseView view) {
		return this.currentPerson.directoryId().flatMap((account) -> this.notes.of(view.id(), account)).orElse("");
	}

}
