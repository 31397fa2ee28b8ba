package io.countersign.reading;

import java.util.Comparator;
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

	/**
	 * A short mail hardly shows its language, so what the likeliest one does not explain
	 * is read by the others.
	 */
	RequestReading read(Mail mail, OwnWords own, Language language) {
		var likeliest = reader(language).read(mail, own);
		if (asks(likeliest)) {
			return likeliest;
		}
		return this.readers.values()
			.stream()
			.map((reader) -> reader.read(mail, own))
			.filter(Requests::asks)
			.max(Comparator.comparingDouble(RequestReading::confidence))
			.orElse(likeliest);
	}

	private static boolean asks(RequestReading reading) {
		return reading.intent() == RequestReading.Intent.APPROVAL_REQUEST
				|| reading.intent() == RequestReading.Intent.TASK_ORDER;
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
