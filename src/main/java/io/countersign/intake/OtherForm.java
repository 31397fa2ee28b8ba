package io.countersign.intake;

import java.util.List;
import java.util.Set;

/**
 * A part that some programs show as the text of a mail, or below it, and others do not:
 * what one person reads there may say something else than what another reads (VA-17).
 */
final class OtherForm {

	/** What programs show below the text where it lies beside it, if they know it. */
	private static final Set<String> SHOWN = Set.of("text/plain", "text/html", "text/rtf", "text/enriched",
			"text/richtext", "text/markdown", "application/xhtml+xml");

	private static final String RELATED = "multipart/related";

	private static final String SECRET = "multipart/encrypted";

	/**
	 * In it lies the whole mail once more, as Outlook and Exchange show it (MS-OXTNEF).
	 */
	private static final Set<String> OF_OUTLOOK = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

	private static final String OF_OUTLOOK_BY_NAME = "winmail.dat";

	private OtherForm() {
	}

	/**
	 * @param around the types of the multiparts around it, the innermost first
	 */
	static boolean is(PartHeader part, List<String> around) {
		return isAmongForms(part, around) || isOfOutlook(part) || isShownBelow(part);
	}

	/** A text with a name is shown as one of the forms all the same. */
	private static boolean isAmongForms(PartHeader part, List<String> around) {
		return isAmongForms(around) && !part.isBody() && !part.mediaType().equals("text/calendar")
				&& (!around.getFirst().equals(RELATED) || part.mediaType().startsWith("text/"));
	}

	/** Whether what lies within these is one of several forms of the same. */
	static boolean isAmongForms(List<String> around) {
		return around.stream()
			.dropWhile(RELATED::equals)
			.findFirst()
			.filter("multipart/alternative"::equals)
			.isPresent();
	}

	private static boolean isOfOutlook(PartHeader part) {
		return OF_OUTLOOK.contains(part.mediaType())
				|| part.name().filter(OF_OUTLOOK_BY_NAME::equalsIgnoreCase).isPresent();
	}

	/** A text with a name that is not said to be a file: some show it, some do not. */
	private static boolean isShownBelow(PartHeader part) {
		return part.container().equals(SECRET)
				|| SHOWN.contains(part.mediaType()) && !part.isBody() && part.disposition().equals("inline");
	}

}
