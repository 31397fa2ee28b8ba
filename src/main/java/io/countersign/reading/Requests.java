package io.countersign.reading;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.countersign.reading.RequestReading.Intent;

/** Reads what mails ask, each in its language. */
final class Requests {

	/** Whoever writes more than this has asked before. */
	private static final int LONGEST = 30_000;

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final Pattern SWEDISH = Pattern.compile("[äöÄÖ]");

	private static final double CERTAIN = 0.8;

	/** From here on a phrase, or all words together, are sure. */
	private static final double SURE = 0.9;

	/** A phrase is sure and its mail is not: a person looks at it, and it is not lost. */
	private static final double DOUBTFUL = 0.5;

	/** In so few words, links aside, nothing else outweighs it. */
	private static final int FEW_WORDS = 16;

	private final Map<Language, RequestReader> readers = new EnumMap<>(Language.class);

	private final Tongues tongues;

	Requests(Tongues tongues) {
		this.tongues = tongues;
		for (var language : Language.values()) {
			this.readers.put(language, new RequestReader(language));
		}
	}

	private static String text(OwnWords own) {
		return own.text().substring(0, Math.min(LONGEST, own.text().length()));
	}

	static List<Statement> statements(OwnWords own) {
		return Statement.of(text(own));
	}

	/** A person on holiday may still decide: then it is no automatic mail. */
	boolean isNote(Mail mail, List<Statement> statements, Supplier<VerdictReading> verdict) {
		BooleanSupplier decides = () -> verdict.get().isDecision() && !verdict.get().needsConfirmation();
		var subject = Statement.ofSubject(mail.subject());
		return this.readers.values().stream().anyMatch((reader) -> reader.isNote(mail, subject, statements, decides));
	}

	/** What the mail asks; nothing where a program wrote it. */
	Optional<Finding> read(Mail mail, OwnWords own, List<Statement> statements, Language language) {
		var text = text(own);
		return isAutomatic(mail, statements) ? Optional.empty() : Optional.of(read(mail, text, statements, language));
	}

	/** Programs write in the language they were made in, whatever the mail is in. */
	private boolean isAutomatic(Mail mail, List<Statement> statements) {
		var subject = Statement.ofSubject(mail.subject());
		return this.readers.values().stream().anyMatch((reader) -> reader.isAutomatic(mail, subject, statements));
	}

	private Finding read(Mail mail, String text, List<Statement> statements, Language language) {
		var evidence = evidence(mail, text, statements, language);
		var said = evidence.read();
		var isSure = said.intent() == Intent.APPROVAL_REQUEST && said.confidence() >= SURE;
		if (isSure && isShort(text)) {
			return said;
		}
		var likely = RequestStacking.of(evidence);
		if (isSure && said.confidence() >= PleaReader.PLAIN && likely.intent() != Intent.NONE) {
			return said;
		}
		if (likely.intent() == said.intent()) {
			return said.withConfidence(likely.confidence());
		}
		return (isSure && likely.confidence() < SURE) ? said.withConfidence(DOUBTFUL)
				: reader(language).likely(likely, evidence, mail, text);
	}

	/** "Please approve the plan by Monday" asks, whatever longer mails are like. */
	private static boolean isShort(String text) {
		return SPACE.splitAsStream(text).filter(Requests::isWord).limit(FEW_WORDS + 1L).count() <= FEW_WORDS;
	}

	private static boolean isWord(String token) {
		return token.chars().anyMatch(Character::isLetter) && !token.contains("://");
	}

	RequestEvidence evidence(Mail mail, OwnWords own, Language language) {
		return evidence(mail, text(own), statements(own), language);
	}

	private RequestEvidence evidence(Mail mail, String text, List<Statement> statements, Language language) {
		var parts = reader(language).parts(mail, statements);
		var reading = reader(language).read(mail, text, statements, parts);
		var closest = (reading.intent() != Intent.NONE)
				? orMore(reading, siblings(language, text, statements), mail, text, statements) : reading;
		var read = orMore(closest, this.tongues.besides(language, statements), mail, text, statements);
		return new RequestEvidence(read, parts, new Leanings(Statement.ofSubject(Subjects.plain(mail.subject())),
				statements, Glossary.of(language.code())), statements);
	}

	/** What the mail asks in one of these languages too, where that is more. */
	private Finding orMore(Finding found, Collection<Language> others, Mail mail, String text,
			List<Statement> statements) {
		return others.stream()
			.map((other) -> reader(other).read(mail, text, statements))
			.filter((other) -> asksMore(other, found))
			.findFirst()
			.orElse(found);
	}

	/**
	 * A short mail in Danish is often good Norwegian, and the other way round; Swedish is
	 * known by its letters.
	 */
	private List<Language> siblings(Language language, String text, List<Statement> statements) {
		return nearest(language, SWEDISH.matcher(text).find()).stream()
			.filter((other) -> !this.tongues.tells(language, other, statements))
			.toList();
	}

	private static List<Language> nearest(Language language, boolean swedish) {
		return switch (language) {
			case DA -> swedish ? List.of(Language.SV) : List.of(Language.NB);
			case NB -> swedish ? List.of(Language.SV) : List.of(Language.DA);
			case SV -> swedish ? List.of() : List.of(Language.NB, Language.DA);
			case EN, DE -> List.of();
		};
	}

	/** The day, which takes longest to find, is looked for last. */
	private static boolean asksMore(Finding other, Finding found) {
		return other.confidence() >= CERTAIN && (other.intent().ordinal() < found.intent().ordinal()
				|| (other.intent() == found.intent() && !found.hasDeadline() && other.hasDeadline()));
	}

	private RequestReader reader(Language language) {
		var reader = this.readers.get(language);
		return (reader != null) ? reader : new RequestReader(language);
	}

}
