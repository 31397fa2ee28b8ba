package io.countersign.verdicts.header;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Min;

/**
 * A range of addresses, for instance {@code 40.92.0.0/15}. No name is ever looked up.
 *
 * @param prefix how many bits its addresses share; where settings name it at least those
 * of {@code fc00::/7}, for in a wider one lies whoever forges
 */
public record IpRange(InetAddress first, @Min(IpRange.NARROW) int prefix) {

	static final int NARROW = 7;

	private static final Pattern FOUR_NUMBERS = Pattern
		.compile("(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

	private static final Pattern VERSION_6 = Pattern.compile("[0-9a-f]{0,4}+(?::[0-9a-f.]{0,15}+){2,8}",
			Pattern.CASE_INSENSITIVE);

	/** RFC 5321 section 4.1.3 marks the newer kind. */
	private static final String MARK = "IPv6:";

	private static final int LONGEST = 64;

	/**
	 * @throws IllegalArgumentException when the text is no range
	 */
	@JsonCreator
	public static IpRange of(String text) {
		var slash = text.indexOf('/');
		var address = address((slash < 0) ? text : text.substring(0, slash));
		if (address.isEmpty()) {
			throw new IllegalArgumentException("Not a range of addresses: " + text);
		}
		var bits = address.get().getAddress().length * Byte.SIZE;
		var prefix = (slash < 0) ? bits : Integer.parseInt(text.substring(slash + 1));
		if (prefix < 0 || prefix > bits) {
			throw new IllegalArgumentException("Not a range of addresses: " + text);
		}
		return new IpRange(address.get(), prefix);
	}

	public boolean contains(InetAddress address) {
		var wanted = this.first.getAddress();
		var given = address.getAddress();
		if (wanted.length != given.length) {
			return false;
		}
		for (var bit = 0; bit < this.prefix; bit++) {
			var mask = 0x80 >> (bit % Byte.SIZE);
			if ((wanted[bit / Byte.SIZE] & mask) != (given[bit / Byte.SIZE] & mask)) {
				return false;
			}
		}
		return true;
	}

	@Override
	@JsonValue
	public String toString() {
		return this.first.getHostAddress() + "/" + this.prefix;
	}

	/** The address a literal stands for, or nothing where the text is no literal. */
	static Optional<InetAddress> address(String text) {
		var zone = text.indexOf('%');
		var unzoned = (zone < 0) ? text : text.substring(0, zone);
		var literal = unzoned.regionMatches(true, 0, MARK, 0, MARK.length()) ? unzoned.substring(MARK.length())
				: unzoned;
		if (literal.length() > LONGEST
				|| !FOUR_NUMBERS.matcher(literal).matches() && !VERSION_6.matcher(literal).matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(InetAddress.ofLiteral(literal));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
