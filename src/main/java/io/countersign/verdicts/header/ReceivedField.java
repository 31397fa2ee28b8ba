package io.countersign.verdicts.header;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * One hop of a mail (RFC 5321 section 4.4).
 *
 * @param connecting the address the mail came from, as the receiving server saw it; what
 * the other side said of itself does not count
 * @param by the server that wrote the field
 */
public record ReceivedField(Optional<InetAddress> connecting, Optional<String> by) {

	private static final ReceivedField UNREADABLE = new ReceivedField(Optional.empty(), Optional.empty());

	/** A hop that cannot be read has no address and was written by nobody. */
	public static ReceivedField parse(String field) {
		try {
			return read(new FieldScanner(field));
		}
		catch (MalformedField ex) {
			return UNREADABLE;
		}
	}

	private static ReceivedField read(FieldScanner field) {
		field.blanks();
		var connecting = Optional.<InetAddress>empty();
		var keyword = word(field);
		if (keyword.equalsIgnoreCase("from")) {
			field.comments();
			word(field);
			connecting = only(field.comments());
			keyword = word(field);
		}
		return new ReceivedField(connecting,
				keyword.equalsIgnoreCase("by") ? Optional.of(word(field)) : Optional.empty());
	}

	private static String word(FieldScanner field) {
		var word = (field.peek() == '"') ? field.quoted() : field.word();
		if (word.isEmpty()) {
			throw new MalformedField();
		}
		field.blanks();
		return word;
	}

	/** Two addresses side by side leave open which of them connected. */
	private static Optional<InetAddress> only(List<String> comments) {
		var found = new ArrayList<InetAddress>();
		for (var comment : comments) {
			var parts = new StringTokenizer(comment, " \t()[],=");
			while (parts.hasMoreTokens()) {
				IpRange.address(parts.nextToken()).filter((one) -> !found.contains(one)).ifPresent(found::add);
			}
		}
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

}
