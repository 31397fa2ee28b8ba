package io.countersign.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A plain address of RFC 5321 (dot-string and domain in ASCII, 254 characters at most).
 * Two addresses are the same when they differ in letter case only.
 */
public record EmailAddress(@JsonValue String value) implements Comparable<EmailAddress> {

	private static final Pattern FORM = Pattern
		.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+@"
				+ "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

	private static final int LONGEST = 254;

	private static final int LONGEST_LOCAL_PART = 64;

	/**
	 * @throws IllegalArgumentException when the text is not a plain address
	 */
	@JsonCreator
	public EmailAddress {
		value = value.toLowerCase(Locale.ROOT);
		if (!isPlain(value)) {
			throw new IllegalArgumentException("Not a plain mail address");
		}
	}

	/** The address, or nothing where the text is anything but a plain one. */
	public static Optional<EmailAddress> parse(String text) {
		return isPlain(text.toLowerCase(Locale.ROOT)) ? Optional.of(new EmailAddress(text)) : Optional.empty();
	}

	public String domain() {
		return this.value.substring(this.value.indexOf('@') + 1);
	}

	@Override
	public int compareTo(EmailAddress other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static boolean isPlain(String text) {
		return text.length() <= LONGEST && text.indexOf('@') <= LONGEST_LOCAL_PART && FORM.matcher(text).matches();
	}

}
