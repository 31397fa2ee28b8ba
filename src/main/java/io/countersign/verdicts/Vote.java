package io.countersign.verdicts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.reading.VerdictReading;

/**
 * What Outlook's buttons for a vote write in front of the subject of an answer, for
 * instance {@code Reject: Lease}. It decides nothing; words that say otherwise are a
 * doubt.
 */
enum Vote {

	YES, NO, OTHER;

	private static final Set<String> IN_FAVOUR = Set.of("approve", "approved", "yes", "accept", "godkend", "godkendt",
			"ja", "godkjenn", "godkjent", "godkänn", "godkänt", "genehmigen", "genehmigt", "annehmen", "hyväksy");

	private static final Set<String> AGAINST = Set.of("reject", "rejected", "no", "decline", "declined", "afvis",
			"afvist", "nej", "avvis", "avvist", "nei", "avslå", "avslag", "avböj", "ablehnen", "abgelehnt", "nein",
			"hylkää", "ei");

	private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]++|[^\\p{L}]++$");

	private static final Pattern CHOICE = Pattern.compile("(\\p{L}++)\\h*+[/|\\\\]\\h*+(\\p{L}++)");

	/** A box of a form, ticked or not: "(x)", "[ ]", "☐". */
	private static final Pattern BOX = Pattern.compile("(?m)^\\h*+(?:\\([xX✓✗* ]?\\)|\\[[xX✓✗* ]?\\]|[☐☑☒□■○●◯◉])");

	/** Nothing where the subject begins with no vote. */
	static Optional<Vote> of(String subject) {
		var colon = subject.indexOf(':');
		return (colon < 0) ? Optional.empty() : only(subject.substring(0, colon));
	}

	/** Nothing where there is anything besides the vote. */
	static Optional<Vote> only(String words) {
		var word = AROUND.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("");
		return IN_FAVOUR.contains(word) ? Optional.of(YES)
				: AGAINST.contains(word) ? Optional.of(NO) : Optional.empty();
	}

	/**
	 * Whether words offer both votes for a choice, as a form does: "approved / rejected",
	 * or boxes to tick.
	 */
	static boolean isOffered(String words) {
		return BOX.matcher(words).find() || CHOICE.matcher(words.toLowerCase(Locale.ROOT))
			.results()
			.anyMatch((choice) -> IN_FAVOUR.contains(choice.group(1)) && AGAINST.contains(choice.group(2))
					|| AGAINST.contains(choice.group(1)) && IN_FAVOUR.contains(choice.group(2)));
	}

	static Vote of(VerdictReading.Label label) {
		return switch (label) {
			case APPROVED -> YES;
			case REJECTED -> NO;
			case APPROVED_WITH_CONDITIONS, RETURNED, DELEGATED, DEFERRED, NONE -> OTHER;
		};
	}

}
