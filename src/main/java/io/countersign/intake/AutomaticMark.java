package io.countersign.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.countersign.intake.Evidence.Calendar;

/**
 * A mark by which a mail says that no person has sent it as it came (VA-3: RFC 3834, RFC
 * 2919, RFC 2369, RFC 3464, and what Exchange writes). Who has to know chooses which
 * kinds matter to him.
 *
 * @param sentence the fact, as people read it
 */
public record AutomaticMark(Kind kind, String sentence) {

	/** What a mark tells. */
	public enum Kind {

		/** A program has answered for somebody. */
		REPLY,
		/** It says of itself that it was sent automatically. */
		DECLARED,
		/** It came over a mailing list. */
		LIST,
		/** It went to many at once. */
		BULK,
		/** Nobody wants to hear that it could not be delivered. */
		BOUNCE,
		/** It reports on another mail, or answers an invitation. */
		REPORT,
		/**
		 * A rule of a mailbox has made it or sent it on; a person may have written it.
		 */
		RULE,
		/** Somebody has put it into the post again (RFC 5322 section 3.6.6). */
		RESENT,
		/** It offers to be unsubscribed from. */
		NEWSLETTER

	}

	static final AutomaticMark REPORT = new AutomaticMark(Kind.REPORT, "It is a report or a calendar answer.");

	private static final String CLASS = "Content-Class";

	private static final List<String> FIELDS = Stream.concat(MarkingField.names(), Stream.of(CLASS)).toList();

	private static final Pattern CLASSES = Pattern.compile("calendarmessage|content-classes:(?!message\\s*+$)",
			Pattern.CASE_INSENSITIVE);

	/** The parts of a report, also where the mail does not say that it is one. */
	private static final Set<String> REPORTS = Set.of("text/rfc822-headers", "message/disposition-notification",
			"message/delivery-status", "message/global-delivery-status", "message/global-disposition-notification",
			"message/feedback-report");

	private static final Set<Kind> UNWRITTEN = Set.of(Kind.REPLY, Kind.DECLARED, Kind.LIST, Kind.BULK, Kind.BOUNCE,
			Kind.REPORT, Kind.NEWSLETTER);

	private static final Set<Kind> NO_REPLY = Set.of(Kind.LIST, Kind.REPORT, Kind.RESENT, Kind.NEWSLETTER);

	/** The fields of a header that may bear one. */
	public static List<String> fields() {
		return FIELDS;
	}

	/** Why no verdict is taken from this mail and no answer of ours goes to it. */
	public static Optional<AutomaticMark> barring(Evidence evidence) {
		return barring(evidence, Set.of(Calendar.FILE));
	}

	/**
	 * The same of what it asks, orders or tells: a calendar beside its text does no harm
	 * to that when it answers nothing.
	 */
	public static Optional<AutomaticMark> barringMatter(Evidence evidence) {
		return barring(evidence, Set.of(Calendar.FILE, Calendar.UNCLEAR));
	}

	private static Optional<AutomaticMark> barring(Evidence evidence, Set<Calendar> harmless) {
		return of(evidence, harmless).stream().filter((mark) -> mark.kind != Kind.NEWSLETTER).findFirst();
	}

	/**
	 * Why no person has written a mail with this header. What a rule has sent on, or
	 * somebody has sent again, was written by one.
	 */
	public static Optional<AutomaticMark> unwritten(List<HeaderField> header) {
		return MarkingField.marks(header).stream().filter((mark) -> UNWRITTEN.contains(mark.kind)).findFirst();
	}

	/** Whether a program has answered for the owner of a mailbox. */
	public static boolean isReply(Evidence evidence) {
		var kinds = of(evidence, Set.of(Calendar.FILE)).stream().map(AutomaticMark::kind).toList();
		return (kinds.contains(Kind.REPLY) || kinds.contains(Kind.DECLARED))
				&& kinds.stream().noneMatch(NO_REPLY::contains);
	}

	private static List<AutomaticMark> of(Evidence evidence, Set<Calendar> harmless) {
		var marks = new ArrayList<>(MarkingField.marks(evidence.header()));
		if (evidence.mediaType().equals("multipart/report") || evidence.partTypes().stream().anyMatch(REPORTS::contains)
				|| bringsCalendar(evidence) && !isHarmless(evidence.calendars(), harmless)
				|| evidence.all(CLASS).stream().anyMatch(AutomaticMark::isOfAProgram)) {
			marks.add(REPORT);
		}
		return marks;
	}

	private static boolean bringsCalendar(Evidence evidence) {
		return !Collections.disjoint(evidence.partTypes(), PartHeader.CALENDARS);
	}

	/** Of what was taken apart before calendars were looked at nothing is known. */
	private static boolean isHarmless(Set<Calendar> calendars, Set<Calendar> harmless) {
		return !calendars.isEmpty() && harmless.containsAll(calendars);
	}

	/**
	 * Exchange calls a mail so that answers an invitation, reports on another one or
	 * calls one back, also one without its part. What a person writes is a message.
	 */
	private static boolean isOfAProgram(String contentClass) {
		return CLASSES.matcher(contentClass).find();
	}

}
