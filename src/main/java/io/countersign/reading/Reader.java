package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads mail. Safe for any number of threads. */
public class Reader {

	private static final Set<String> YES = Set.of("godkendt", "godkendes", "ok", "ja", "approved", "yes", "ok herfra",
			"kør på", "approved, thanks", "godkänt", "freigegeben");

	private static final Set<String> NO = Set.of("ikke godkendt", "afvist", "nej", "no", "not approved", "rejected",
			"not ok");

	/** What this mail asks and answers. */
	public Reading read(Mail mail) {
		var text = mail.text().orElse("").strip();
		var own = new OwnWords(text, text.isEmpty() ? List.of() : List.of(new Span(0, text.length())), List.of(),
				List.of());
		return new Reading(Language.DA, own, request(text), verdict(text), false);
	}

	private static RequestReading request(String text) {
		var intent = text.endsWith("?") ? RequestReading.Intent.QUESTION : RequestReading.Intent.ORIENTATION;
		return new RequestReading(intent, 0.3, List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(),
				List.of(), "Only the shape of the last sentence was read.");
	}

	private static VerdictReading verdict(String text) {
		var words = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).replaceAll("[.! ]+$", "");
		if (YES.contains(words)) {
			return of(VerdictReading.Label.APPROVED, "The whole answer is a yes.");
		}
		return NO.contains(words) ? of(VerdictReading.Label.REJECTED, "The whole answer is a no.")
				: of(VerdictReading.Label.NONE, "No verdict was found.");
	}

	private static VerdictReading of(VerdictReading.Label label, String reason) {
		return new VerdictReading(label, 0.9, false, Optional.empty(), Optional.empty(), List.of(), List.of(),
				List.of(reason));
	}

}
