package io.countersign.verdicts;

import java.util.List;
import java.util.regex.Pattern;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Evidence;
import io.countersign.verdicts.header.AddressField;

/** VA-1 and VA-2: the header can be read in one way only. */
class StructureGate implements Gate {

	private static final List<String> ONCE = List.of("From", "Sender", "Reply-To", "Subject", "Date", "Message-ID",
			"In-Reply-To", "References");

	/** What can be read in more than one way, so that no reading of it is taken. */
	private static final List<Evidence.Defect> AMBIGUITIES = List.of(Evidence.Defect.BARE_LINE_BREAK,
			Evidence.Defect.SPACE_AFTER_NAME, Evidence.Defect.NOT_A_FIELD, Evidence.Defect.CONTROL_CHARACTER,
			Evidence.Defect.HEADER_CUT, Evidence.Defect.AMBIGUOUS);

	/** What we have not seen whole. */
	private static final List<Evidence.Defect> GAPS = List.of(Evidence.Defect.LIMIT_REACHED, Evidence.Defect.MALFORMED);

	/** What looks like the sign of an address. */
	private static final Pattern AT = Pattern.compile("[@\uFE6B\uFF20]");

	/** What turns the order of letters around, so that a name is shown as another. */
	private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

	private static final Pattern QUOTES = Pattern.compile("[\"'\\\\\\s]");

	@Override
	public String category() {
		return "structure";
	}

	@Override
	public String requirement() {
		return "VA-1, VA-2";
	}

	@Override
	public List<String> fields() {
		return ONCE;
	}

	@Override
	public Finding judge(Reply reply) {
		var evidence = reply.message().evidence();
		for (var field : ONCE) {
			if (evidence.all(field).size() > 1) {
				return Finding.refuse("The header field %s stands there more than once.".formatted(field));
			}
		}
		for (var defect : AMBIGUITIES) {
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
		var strict = AddressField.parse(fields.getFirst());
		if (strict.isEmpty()) {
			return Finding.refuse("The From field is not one plain mailbox.");
		}
		var address = strict.get().address();
		var lenient = reply.message().from();
		if (lenient.isEmpty() || !address.equals(lenient.get().address())) {
			return Finding.refuse("Two readings of the From field differ.");
		}
		if (hidesAnother(lenient.get().displayName(), address)
				|| strict.get().readable().stream().anyMatch((words) -> hidesAnother(words, address))) {
			return Finding.refuse("The name in the From field looks like another address.");
		}
		for (var gap : GAPS) {
			if (evidence.has(gap)) {
				return Finding.hold("The mail was not read whole (%s).".formatted(gap));
			}
		}
		return Finding.pass("One From field with one plain address, and no field twice.");
	}

	/** Some clients write the address itself in place of a name; that hides nothing. */
	private static boolean hidesAnother(String name, EmailAddress address) {
		return TURNING.matcher(name).find()
				|| AT.matcher(name).find() && !QUOTES.matcher(name).replaceAll("").equalsIgnoreCase(address.value());
	}

}
