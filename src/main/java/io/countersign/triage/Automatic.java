package io.countersign.triage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.countersign.intake.HeaderField;

/** The marks of mail that no person wrote (RFC 3834, RFC 2369, RFC 3464). */
final class Automatic {

	private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

	private Automatic() {
	}

	/** Why a mail with these header fields is automatic, in a sentence. */
	static Optional<String> reason(List<HeaderField> headers) {
		for (var field : headers) {
			var value = field.value().strip().toLowerCase(Locale.ROOT);
			var reason = switch (field.name().toLowerCase(Locale.ROOT)) {
				case "auto-submitted" ->
					value.split("[;\\s]", 2)[0].equals("no") ? "" : "It was sent automatically (Auto-Submitted).";
				case "precedence" -> BULK.contains(value) ? "It is bulk mail (Precedence)." : "";
				case "list-id", "list-unsubscribe" -> "It came over a mailing list.";
				case "x-autoreply" -> "It is an automatic reply.";
				case "return-path" -> value.equals("<>") ? "It is a bounce (empty return path)." : "";
				case "content-type" -> type(value);
				default -> "";
			};
			if (!reason.isEmpty()) {
				return Optional.of(reason);
			}
		}
		return Optional.empty();
	}

	private static String type(String value) {
		if (value.startsWith("multipart/report")) {
			return "It is a delivery report.";
		}
		return value.startsWith("text/calendar") ? "It is a calendar message." : "";
	}

}
