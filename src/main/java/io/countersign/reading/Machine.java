package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells mail that programs write, and mail sent to a crowd, by its words and its author.
 */
final class Machine {

	private static final Pattern PROGRAM = Pattern.compile("(?:^|[._+-])(?:mailer-daemon|daemon|postmaster|"
			+ "no-?reply|do-?not-?reply|ikke-?svar|svar-?ikke|robot|[a-z]*bot|system|digest|notifications?|alerts?|"
			+ "log|newsletter|nyhedsbrev|nyhetsbrev|newsletters|mailer|bounces?|autosvar)(?:$|[._+-])");

	private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

	private static final Set<String> BOUNCERS = Set.of("mailer-daemon", "postmaster", "daemon", "mailer");

	private static final String AUTOMATIC_SUBJECT = "automatic subject";

	private static final int FIRST_SENTENCES = 4;

	private static final int FEW_SENTENCES = 3;

	private final Phrasebook book;

	private final Mail mail;

	private final Statement subject;

	private final List<Statement> statements;

	Machine(Phrasebook book, Mail mail, Statement subject, List<Statement> statements) {
		this.book = book;
		this.mail = mail;
		this.subject = subject;
		this.statements = statements;
	}

	/** An absence note, a receipt, a bounce. */
	boolean isAutomatic() {
		return isAutomaticSubject() || BOUNCERS.contains(localPart()) || isIn("automatic", FIRST_SENTENCES)
				|| isAbsence();
	}

	/**
	 * "I am on holiday until Monday": unless he decides something, he wrote it before.
	 */
	boolean saysSoInASentence() {
		return !isHandingOver() && this.statements.stream()
			.limit(FIRST_SENTENCES)
			.anyMatch((statement) -> this.book.whole("automatic sentence", statement.words()).isPresent());
	}

	/** "Out of office: …"; the same words inside a subject may be a person's. */
	boolean isAutomaticSubject() {
		var words = this.subject.words();
		return this.book.start(AUTOMATIC_SUBJECT, words).isPresent()
				&& this.book.section(AUTOMATIC_SUBJECT).stream().anyMatch((phrase) -> {
					var length = phrase.lengthAtStart(words);
					return length > 0
							&& (length == words.size() || this.subject.text().startsWith(":", words.endOf(length - 1)));
				});
	}

	/** "I'm out until the 12th. Fiona can decide.": somebody wrote that himself. */
	private boolean isHandingOver() {
		return this.statements.size() <= FEW_SENTENCES && isIn("decides instead", FEW_SENTENCES);
	}

	private boolean isAbsence() {
		return !isHandingOver() && this.statements.size() <= 8 && isIn("away", FIRST_SENTENCES) && isIn("away more", 8)
				&& this.statements.stream().noneMatch(Statement::isQuestion);
	}

	/** Whether a program or an office that writes to crowds sent it. */
	boolean isBulk() {
		var marks = marks("bulk");
		return isProgram() || marks("lure") > 0 || marks > 1 || (marks > 0 && (isOutside() || !isPerson()));
	}

	boolean isProgram() {
		return PROGRAM.matcher(localPart()).find();
	}

	boolean isSocial() {
		return marks("social") > 0;
	}

	private int marks(String section) {
		var marks = this.book.in(section, this.subject.words()).isPresent() ? 1 : 0;
		for (var statement : this.statements) {
			marks += this.book.in(section, statement.words()).isPresent() ? 1 : 0;
		}
		return marks;
	}

	/** Whether an address looks like that of a named person. */
	boolean isPerson() {
		if (this.mail.from().isEmpty()) {
			return true;
		}
		var local = localPart();
		var names = NO_LETTERS.split(this.mail.from().get().name().toLowerCase(Locale.ROOT));
		for (var name : names) {
			if (name.length() > 1 && local.contains(name)) {
				return names.length > 1;
			}
		}
		return local.indexOf('.') > 0;
	}

	/** Whether nobody it is sent to shares the author's domain. */
	boolean isOutside() {
		var own = this.mail.from().map(Machine::domain).orElse("");
		return !own.isEmpty() && !this.mail.to().isEmpty()
				&& this.mail.to().stream().map(Machine::domain).noneMatch(own::equals);
	}

	private boolean isIn(String section, int most) {
		return this.statements.stream()
			.limit(most)
			.anyMatch((statement) -> this.book.in(section, statement.words()).isPresent());
	}

	private String localPart() {
		return this.mail.from().map((from) -> before(from.address())).orElse("");
	}

	private static String before(String address) {
		var at = address.indexOf('@');
		return address.substring(0, Math.max(0, Math.min(at, 64))).toLowerCase(Locale.ROOT);
	}

	private static String domain(Correspondent person) {
		return Optional.of(person.address())
			.map((address) -> address.substring(address.indexOf('@') + 1).strip().toLowerCase(Locale.ROOT))
			.orElse("");
	}

}
