package io.countersign.reading;

import java.util.EnumMap;
import java.util.Map;

/** Reads what mails ask, each in its language. */
final class Requests {

	private final Map<Language, RequestReader> readers = new EnumMap<>(Language.class);

	Requests() {
		for (var language : Language.values()) {
			this.readers.put(language, new RequestReader(language));
		}
	}

	RequestReading read(Mail mail, OwnWords own, Language language) {
		return reader(language).read(mail, own);
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
