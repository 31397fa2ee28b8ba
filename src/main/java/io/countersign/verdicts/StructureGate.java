package io.countersign.verdicts;

import java.util.List;
import java.util.regex.Pattern;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Evidence;

/** VA-1 and VA-2: the header can be read in one way only. */
class StructureGate implements Gate {

	private static final List<String> ONCE = List.of("From", "Sender", "Reply-To", "Subject", "Date", "Message-ID",
			"In-Reply-To", "References");

	/**
	 * {@code addr} or {@code phrase <addr>}; the phrase is words, encoded words or one
	 * quoted string.
	 */
	private static final Pattern MAILBOX = Pattern.compile(
			"\\s*+(?:(?:\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[^\\p{Cntrl}])*+\"|[^\"<>(),:;@\\\\\\p{Cntrl}]*+)\\s*+<([^<>\\s]++)>"
					+ "|([^<>\\s\"(),:;\\\\]++))\\s*+");

	@Override
	public String name() {
		return "structure (VA-1, VA-2)";
	}

	@Override
	public Finding judge(Reply reply) {
		var evidence = reply.message().evidence();
		for (var field : ONCE) {
			if (evidence.all(field).size() > 1) {
				return Finding.refuse("The header field %s stands there more than once.".formatted(field));
			}
		}
		for (var defect : List.of(Evidence.Defect.BARE_LINE_BREAK, Evidence.Defect.SPACE_AFTER_NAME,
				Evidence.Defect.NOT_A_FIELD, Evidence.Defect.CONTROL_CHARACTER, Evidence.Defect.HEADER_CUT,
				Evidence.Defect.AMBIGUOUS)) {
			if (evidence.has(defect)) {
				return Finding.refuse("The mail can be read in more than one way (%s).".formatted(defect));
			}
		}
		return from(reply, evidence);
	}

	private static Finding from(Reply reply, Evidence evidence) {
		var fields = evidence.all("From");
		if (fields.size() != 1) {
			return Finding.refuse("There is not exactly one From field.");
		}
		var match = MAILBOX.matcher(fields.getFirst());
		if (!match.matches()) {
			return Finding.refuse("The From field is not one plain mailbox.");
		}
		var written = (match.group(1) != null) ? match.group(1) : match.group(2);
		var strict = EmailAddress.parse(written);
		var lenient = reply.message().from();
		if (strict.isEmpty() || lenient.isEmpty() || !strict.get().equals(lenient.get().address())) {
			return Finding.refuse("Two readings of the From field differ.");
		}
		return Finding.pass("One From field with one plain address, and no field twice.");
	}

}
