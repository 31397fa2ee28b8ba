package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.intake.Message;

/**
 * VA-16: what a mail says of itself that makes it no answer of today: it was never sent,
 * its time has run out, or it stands for another one (RFC 4021 section 2.1).
 */
final class Validity {

	private static final List<String> ENDS = List.of("Expires", "Expiry-Date");

	private static final List<String> IN_PLACE_OF = List.of("Supersedes", "Obsoletes", "Replaces");

	/** How Outlook marks a file that is opened to be sent. */
	private static final String UNSENT = "X-Unsent";

	/** The fields that say so. */
	static Stream<String> fields() {
		return Stream.of(ENDS.stream(), IN_PLACE_OF.stream(), Stream.of(UNSENT)).flatMap((names) -> names);
	}

	private Validity() {
	}

	static Optional<String> doubt(Message message) {
		var evidence = message.evidence();
		if (evidence.has(UNSENT)) {
			return Optional.of("It says of itself that it is a draft.");
		}
		if (ENDS.stream().anyMatch(evidence::has)) {
			return Optional.of("It says of itself that it holds for a time only.");
		}
		return IN_PLACE_OF.stream().anyMatch(evidence::has)
				? Optional.of("It says of itself that it stands for another mail.") : Optional.empty();
	}

}
