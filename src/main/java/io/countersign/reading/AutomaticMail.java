package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.countersign.reading.VerdictReading.Label;

/** Knows by its words what a program wrote: an absence note, a receipt, a bounce. */
final class AutomaticMail {

	static final VerdictReading VERDICT = new VerdictReading(Label.NONE, 0.97, false, Optional.empty(),
			Optional.empty(), List.of(), List.of(), List.of("A program wrote it."));

	private static final int FIRST_SENTENCES = 4;

	private final List<Phrasebook> books;

	AutomaticMail(List<Phrasebook> books) {
		this.books = books;
	}

	/** A person on holiday may still decide: then it is no automatic mail. */
	boolean wrote(Mail mail, String text, Supplier<VerdictReading> verdict) {
		return isIn("automatic subject", mail.subject()) || (isAbsence(text) && !decides(verdict.get()));
	}

	private static boolean decides(VerdictReading verdict) {
		return switch (verdict.label()) {
			case APPROVED, APPROVED_WITH_CONDITIONS, REJECTED -> !verdict.needsConfirmation();
			default -> false;
		};
	}

	private boolean isAbsence(String text) {
		return new Sentences().of(text.substring(0, Math.min(2000, text.length())))
			.stream()
			.limit(FIRST_SENTENCES)
			.anyMatch((sentence) -> isIn("automatic", text.substring(sentence.start(), sentence.end())));
	}

	private boolean isIn(String section, String line) {
		var words = Words.of(line);
		return this.books.stream().anyMatch((book) -> book.whole(section, words).isPresent());
	}

}
