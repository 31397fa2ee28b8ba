package io.countersign.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads what mails ask, each in its language. */
final class Requests {

	private static final double CERTAIN = 0.8;

	private final Map<Language, RequestReader> readers = new EnumMap<>(Language.class);

	Requests() {
		for (var language : Language.values()) {
			this.readers.put(language, new RequestReader(language));
		}
	}

	RequestReading read(Mail mail, OwnWords own, Language language) {
		var reading = reader(language).read(mail, own);
		return sibling(language).map((other) -> reader(other).read(mail, own))
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

	/** Programs write in the language they were made in, whatever the mail is in. */
	boolean isAutomatic(Mail mail, OwnWords own, Language language) {
		return reader(language).isAutomatic(mail, own)
				|| this.readers.values().stream().anyMatch((reader) -> reader.isAutomatic(mail, own));
	}

	private RequestReader reader(Language language) {
		var reader = this.readers.get(language);
		return (reader != null) ? reader : new RequestReader(language);
	}

}
