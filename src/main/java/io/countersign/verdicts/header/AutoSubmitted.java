package io.countersign.verdicts.header;

import java.util.Optional;

/** The keyword of an Auto-Submitted field (RFC 3834 section 5), in lower case. */
public record AutoSubmitted(String keyword) {

	public static Optional<AutoSubmitted> parse(String field) {
		try {
			var scanner = new FieldScanner(field);
			scanner.blanks();
			var keyword = scanner.keyword();
			scanner.blanks();
			return (scanner.atEnd() || scanner.peek() == ';') ? Optional.of(new AutoSubmitted(keyword))
					: Optional.empty();
		}
		catch (MalformedField ex) {
			return Optional.empty();
		}
	}

	public boolean isByHand() {
		return this.keyword.equals("no");
	}

}
