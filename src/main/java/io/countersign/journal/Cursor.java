package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import io.countersign.problem.InvalidField;

/**
 * A place in the journal. Readers treat its text as opaque.
 *
 * @param transaction the database transaction that wrote the entry
 * @param position the entry within all entries
 */
public record Cursor(long transaction, long position) {

	public static final Cursor START = new Cursor(0, 0);

	private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

	/**
	 * @throws InvalidField when the text is not one this journal has given out
	 */
	public static Cursor parse(String text) {
		try {
			var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
			var match = FORM.matcher(plain);
			if (match.matches()) {
				return new Cursor(Long.parseLong(match.group(1)), Long.parseLong(match.group(2)));
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static InvalidField invalid() {
		return new InvalidField("after", "A cursor is the value of next or of an event's cursor, unchanged.");
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.transaction + "." + this.position).getBytes(StandardCharsets.US_ASCII));
	}

}
