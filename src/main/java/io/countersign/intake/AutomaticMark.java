package io.countersign.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

	/** In this order, where several would do to say why. */
	private static final List<String> FIELDS = List.of("List-Id", "Mailing-List", "List-Post", "List-Help",
			"List-Subscribe", "List-Owner", "List-Archive", "X-Autoreply", "X-Autorespond", "X-Auto-Reply",
			"X-FC-MachineGenerated", "X-MS-Exchange-Generated-Message-Source", "X-MS-Exchange-Inbox-Rules-Loop",
			"X-MS-Exchange-ForwardingLoop", "Resent-", "Auto-Submitted", "Precedence", "X-Precedence", "Delivered-To",
			"Return-Path", "Content-Type", "List-Unsubscribe");

	/** Comments may stand before and behind; what stands in them is not looked at. */
	private static final Pattern BY_HAND = Pattern
		.compile("[ \t]*+(?:\\((?:[^()\\\\\\p{Cntrl}]|\t)*+\\)[ \t]*+)*+no[ \t]*+"
				+ "(?:\\((?:[^()\\\\\\p{Cntrl}]|\t)*+\\)[ \t]*+)*+" + "(?:;.*+)?", Pattern.CASE_INSENSITIVE);

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_-]++");

	/** The parts of a report, also where the mail does not say that it is one. */
	private static final Set<String> REPORTS = Set.of("text/calendar", "message/disposition-notification",
			"message/delivery-status", "message/global-delivery-status", "message/global-disposition-notification",
			"message/feedback-report");

	private static final Set<Kind> UNWRITTEN = Set.of(Kind.REPLY, Kind.DECLARED, Kind.LIST, Kind.BULK, Kind.BOUNCE,
			Kind.REPORT, Kind.NEWSLETTER);

	private static final Set<Kind> NO_REPLY = Set.of(Kind.LIST, Kind.REPORT, Kind.RESENT, Kind.NEWSLETTER);

	/** Why no verdict is taken from this mail and no answer of ours goes to it. */
	public static Optional<AutomaticMark> barring(Evidence evidence) {
		return of(evidence).stream().filter((mark) -> mark.kind != Kind.NEWSLETTER).findFirst();
	}

	/**
	 * Why no person has written a mail with this header. What a rule has sent on, or
	 * somebody has sent again, was written by one.
	 */
	public static Optional<AutomaticMark> unwritten(List<HeaderField> header) {
		return of(header).stream().filter((mark) -> UNWRITTEN.contains(mark.kind)).findFirst();
	}

	/** Whether a program has answered for the owner of a mailbox. */
	public static boolean isReply(Evidence evidence) {
		var kinds = of(evidence).stream().map(AutomaticMark::kind).toList();
		return (kinds.contains(Kind.REPLY) || kinds.contains(Kind.DECLARED))
				&& kinds.stream().noneMatch(NO_REPLY::contains);
	}

	private static List<AutomaticMark> of(Evidence evidence) {
		var marks = new ArrayList<>(of(evidence.header()));
		if (evidence.mediaType().equals("multipart/report") || evidence.partTypes().stream().anyMatch(REPORTS::contains)
				|| evidence.all("Content-Class").stream().anyMatch(AutomaticMark::isOfACalendar)) {
			marks.add(report());
		}
		return marks;
	}

	/** Exchange calls a mail so that answers an invitation, also one without its part. */
	private static boolean isOfACalendar(String contentClass) {
		return contentClass.toLowerCase(Locale.ROOT).contains("calendarmessage");
	}

	private static List<AutomaticMark> of(List<HeaderField> header) {
		var marks = new ArrayList<AutomaticMark>();
		for (var name : FIELDS) {
			for (var field : header) {
				if (isCalled(name, field)) {
					mark(name, field.value().toLowerCase(Locale.ROOT)).ifPresent(marks::add);
				}
			}
		}
		return marks;
	}

	/** "Resent-" stands for every field that begins so. */
	private static boolean isCalled(String name, HeaderField field) {
		return name.endsWith("-") ? field.name().regionMatches(true, 0, name, 0, name.length()) : field.is(name);
	}

	private static Optional<AutomaticMark> mark(String name, String value) {
		return switch (name) {
			case "List-Id", "Mailing-List", "List-Post", "List-Help", "List-Subscribe", "List-Owner", "List-Archive" ->
				carried(Kind.LIST, name);
			case "X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-FC-MachineGenerated" -> carried(Kind.REPLY, name);
			case "Delivered-To" -> value.strip().equals("autoresponder") ? carried(Kind.REPLY, name) : Optional.empty();
			case "Resent-" -> of(Kind.RESENT, "It was resent, so it is not clear who sent it to whom.");
			case "Auto-Submitted" -> BY_HAND.matcher(value).matches() ? Optional.empty()
					: of(Kind.DECLARED, "It says of itself that it was sent automatically.");
			case "Precedence", "X-Precedence" -> precedence(value);
			case "Return-Path" -> value.replaceAll("[\\s<>]", "").isEmpty()
					? of(Kind.BOUNCE, "Its return path is empty.") : Optional.empty();
			case "Content-Type" -> isReport(value.strip()) ? Optional.of(report()) : Optional.empty();
			case "List-Unsubscribe" -> carried(Kind.NEWSLETTER, name);
			default -> carried(Kind.RULE, name);
		};
	}

	private static Optional<AutomaticMark> precedence(String value) {
		var words = BETWEEN_WORDS.splitAsStream(value).toList();
		if (words.contains("auto_reply")) {
			return of(Kind.REPLY, "It is bulk mail.");
		}
		if (words.contains("list")) {
			return of(Kind.LIST, "It is bulk mail.");
		}
		return (words.contains("bulk") || words.contains("junk")) ? of(Kind.BULK, "It is bulk mail.")
				: Optional.empty();
	}

	private static boolean isReport(String type) {
		return type.startsWith("multipart/report") || type.startsWith("text/calendar");
	}

	private static AutomaticMark report() {
		return new AutomaticMark(Kind.REPORT, "It is a report or a calendar answer.");
	}

	private static Optional<AutomaticMark> carried(Kind kind, String name) {
		return of(kind, "It carries %s, which programs set.".formatted(name));
	}

	private static Optional<AutomaticMark> of(Kind kind, String sentence) {
		return Optional.of(new AutomaticMark(kind, sentence));
	}

}
