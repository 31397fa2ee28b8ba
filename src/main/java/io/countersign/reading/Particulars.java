package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Of whom a mail asks what it asks, and by when. For one thread. */
final class Particulars {

	private final Phrasebook book;

	private final DeadlineReader deadlines;

	private final Mail mail;

	private final String text;

	private final List<Statement> statements;

	private final Plea plea;

	private final Addressees addressees;

	private @Nullable Optional<Deadline> deadline;

	Particulars(Phrasebook book, DeadlineReader deadlines, Mail mail, String text, List<Statement> statements,
			Plea plea, Addressees addressees) {
		this.book = book;
		this.deadlines = deadlines;
		this.mail = mail;
		this.text = text;
		this.statements = statements;
		this.plea = plea;
		this.addressees = addressees;
	}

	/** Looked for once. */
	Optional<Deadline> deadline() {
		var known = this.deadline;
		if (known == null) {
			known = find();
			this.deadline = known;
		}
		return known;
	}

	private Optional<Deadline> find() {
		var where = new ArrayList<Statement>();
		where.add(Statement.ofSubject(this.mail.subject()));
		where.addAll(this.statements);
		return this.mail.sentAt().flatMap((at) -> this.deadlines.read(where, this.plea, at.atZone(this.mail.zone())));
	}

	RequestReading reading(Finding finding) {
		var clues = new ArrayList<Clue>(List.of(this.plea.clue()));
		deadline().ifPresent((due) -> clues.add(due.clue()));
		return new RequestReading(finding.intent(), finding.confidence(),
				this.addressees.askedOf(this.statements, this.plea.statement()),
				Optional.of(this.plea.statement().quote()), Points.of(this.text),
				Options.of(this.statements, this.book), deadline(), clues, finding.reason());
	}

}
