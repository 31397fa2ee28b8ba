package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.countersign.reading.RequestReading.Intent;

/** Reads what a mail asks, of whom, and by when. */
final class RequestReader {

	private static final int LONGEST_QUOTE = 150;

	private static final double SURE_ORDER = 0.85;

	/** A text of so few words leaves what is meant to its subject. */
	private static final int FEW_WORDS = 5;

	private final Phrasebook book;

	private final DateBook dates;

	RequestReader(Language language) {
		this.book = Phrasebook.of("asks", language.code());
		this.dates = DateBook.of(language.code());
	}

	/** What each part of it says by the phrases of this language. */
	RequestParts parts(Mail mail, List<Statement> statements) {
		var names = new Addressees(mail.to(), this.book).names();
		var subject = Statement.ofSubject(mail.subject());
		return new RequestParts(new Machine(this.book, mail, subject, statements),
				pleas(mail, statements, new PleaReader(this.book, names)), informs(subject, statements));
	}

	Finding read(Mail mail, String text, List<Statement> statements) {
		return read(mail, text, statements, parts(mail, statements));
	}

	Finding read(Mail mail, String text, List<Statement> statements, RequestParts parts) {
		var plea = PleaReader.strongest(parts.pleas());
		if (parts.machine().isBulk() || plea.isEmpty()) {
			return nothing(parts);
		}
		if (isSocial(plea.get()) || isSmallTalk(mail, plea.get())) {
			return nothing(Intent.NONE, 0.7, "It is about being together and not about work.");
		}
		return asking(mail, text, statements, plea.get(), new Addressees(mail.to(), this.book));
	}

	/** What it wants by phrases and words together, where phrases say another thing. */
	Finding likely(RequestStacking.Likely likely, RequestEvidence evidence, Mail mail, String text) {
		if (!likely.intent().asks()) {
			return nothing(likely.intent(), likely.confidence(), "By its words as a whole it asks nothing.");
		}
		var said = evidence.parts().strongest(likely.intent());
		var statement = said.map(Plea::statement).orElseGet(() -> evidence.leanings().clearest(likely.intent()));
		if (statement.words().isEmpty()) {
			return evidence.read();
		}
		var clue = said.map(Plea::clue).orElseGet(() -> statement.clue("leaning"));
		return asking(mail, text, evidence.statements(),
				new Plea(likely.intent(), likely.confidence(), statement, clue), new Addressees(mail.to(), this.book));
	}

	/** Whoever is asked to order coffee for a meeting is given work. */
	private boolean isSocial(Plea plea) {
		var order = plea.intent() == Intent.TASK_ORDER && plea.confidence() >= SURE_ORDER
				&& plea.statement().isQuestion();
		return !order && this.book.in("social", plea.statement().words()).isPresent();
	}

	/** "Coffee?", and whatever short question stands under such a subject. */
	private boolean isSmallTalk(Mail mail, Plea plea) {
		var words = plea.statement().words();
		var subject = Statement.ofSubject(Subjects.plain(mail.subject())).words();
		return isSmallTalk(words)
				|| (plea.intent() == Intent.QUESTION && words.size() <= FEW_WORDS && isSmallTalk(subject));
	}

	private boolean isSmallTalk(Words words) {
		var isAsked = words.size() > 1 && words.at(words.size() - 1).equals("?");
		return this.book.whole("small talk", isAsked ? words.part(0, words.size() - 1) : words).isPresent();
	}

	boolean isAutomatic(Mail mail, Statement subject, List<Statement> statements) {
		return new Machine(this.book, mail, subject, statements).isAutomatic();
	}

	/** Whether a program says that the mail is its own, or an absence note does. */
	boolean isNote(Mail mail, Statement subject, List<Statement> statements, BooleanSupplier decides) {
		var machine = new Machine(this.book, mail, subject, statements);
		return machine.isAutomaticSubject() || (machine.saysSoInASentence() && !decides.getAsBoolean());
	}

	private List<Plea> pleas(Mail mail, List<Statement> statements, PleaReader reader) {
		var pleas = new ArrayList<Plea>();
		statements.forEach((statement) -> reader.read(statement).ifPresent(pleas::add));
		var brief = statements.stream().mapToInt((statement) -> statement.words().size()).sum() <= FEW_WORDS;
		reader.read(Statement.ofSubject(Subjects.plain(mail.subject())))
			.map((plea) -> brief ? plea : new Plea(plea.intent(), inSubject(plea), plea.statement(), plea.clue()))
			.ifPresent(pleas::add);
		return pleas;
	}

	private static double inSubject(Plea plea) {
		return switch (plea.intent()) {
			case APPROVAL_REQUEST -> plea.confidence() * 0.8;
			case QUESTION -> plea.confidence() * 0.75;
			default -> plea.confidence() * 0.5;
		};
	}

	private Finding asking(Mail mail, String text, List<Statement> statements, Plea plea, Addressees addressees) {
		return new Finding(plea.intent(), plea.confidence(), reason(plea), Optional
			.of(new Particulars(this.book, new DeadlineReader(this.dates), mail, text, statements, plea, addressees)));
	}

	private static String reason(Plea plea) {
		var what = switch (plea.intent()) {
			case APPROVAL_REQUEST -> "It asks for a decision";
			case TASK_ORDER -> "It orders work";
			case QUESTION, ORIENTATION, NONE -> "It asks to know something";
		};
		return "%s: \"%s\".".formatted(what, shortened(plea.statement().quote()));
	}

	private static String shortened(String words) {
		if (words.length() <= LONGEST_QUOTE) {
			return words;
		}
		var end = Character.isHighSurrogate(words.charAt(LONGEST_QUOTE - 1)) ? LONGEST_QUOTE - 1 : LONGEST_QUOTE;
		return words.substring(0, end) + "…";
	}

	private boolean informs(Statement subject, List<Statement> statements) {
		return this.book.in("inform", subject.words()).isPresent()
				|| statements.stream().anyMatch((one) -> this.book.start("inform", one.words()).isPresent());
	}

	private static Finding nothing(RequestParts parts) {
		var machine = parts.machine();
		if (machine.isBulk()) {
			return nothing(Intent.NONE, 0.9, "A program or a mailing wrote it.");
		}
		if (!parts.informs() && (machine.isSocial() || (machine.isOutside() && !machine.isPerson()))) {
			return nothing(Intent.NONE, 0.8, "It is not about work that waits for anybody.");
		}
		return nothing(Intent.ORIENTATION, parts.informs() ? 0.9 : 0.75, "It tells something and asks nothing.");
	}

	private static Finding nothing(Intent intent, double confidence, String reason) {
		return new Finding(intent, confidence, reason, Optional.empty());
	}

}
