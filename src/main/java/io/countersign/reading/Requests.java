package io.countersign.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what mails ask, each in its language. */
final class Requests {

	/** Whoever writes more than this has asked before. */
	private static final int LONGEST = 30_000;

	private static final double CERTAIN = 0.8;

	private final Map<Language, RequestReader> readers = new EnumMap<>(Language.class);

	Requests() {
		for (var language : Language.values()) {
			this.readers.put(language, new RequestReader(language));
		}
	}

	/** What the mail asks; nothing where a program wrote it. */
	Optional<RequestReading> read(Mail mail, OwnWords own, Language language) {
		var text = own.text().substring(0, Math.min(LONGEST, own.text().length()));
		var statements = Statement.of(text);
		return isAutomatic(mail, statements) ? Optional.empty() : Optional.of(read(mail, text, statements, language));
	}

	/** Programs write in the language they were made in, whatever the mail is in. */
	private boolean isAutomatic(Mail mail, List<Statement> statements) {
		return this.readers.values().stream().anyMatch((reader) -> reader.isAutomatic(mail, statements));
	}

	private RequestReading read(Mail mail, String text, List<Statement> statements, Language language) {
		var reading = reader(language).read(mail, text, statements);
		return sibling(language).map((other) -> reader(other).read(mail, text, statements))
			.filter((other) -> asksMore(other, reading))
			.orElse(reading);
	}

	/** A short mail in Danish is often good Norwegian, and the other way round. */
	private static Optional<Language> sibling(Language language) {
		return switch (language) {
			case DA -> Optional.of(Language.NB);
			case NB -> Optional.of(Language.DA);
			case EN, SV, DE -> Optional.empty();
		};
	}

	private static boolean asksMore(RequestReading other, RequestReading reading) {
		return reading.intent() != RequestReading.Intent.NONE && other.confidence() >= CERTAIN
				&& other.intent().ordinal() < reading.intent().ordinal();
	}

	static RequestReading ofProgram() {
		return RequestReader.nothing(RequestReading.Intent.NONE, 0.98, "A program wrote it.");
	}

	private RequestReader reader(Language language) {
		var reader = this.readers.get(language);
		return (reader != null) ? reader : new RequestReader(language);
	}

}
