package io.countersign.verdicts.header;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

	/** What follows these words in a comment may be said by whoever connected. */
	private static final Set<String> OF_THE_OTHER_SIDE = Set.of("helo", "ehlo", "ident", "account", "user", "login",
			"auth", "authenticated", "sender", "as");

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
			if (!field.isBehindABlank()) {
				throw new MalformedField();
			}
			keyword = word(field);
		}
		if (!keyword.equalsIgnoreCase("by")) {
			return new ReceivedField(connecting, Optional.empty());
		}
		var by = word(field);
		refuseAnother(field);
		return new ReceivedField(connecting, Optional.of(by));
	}

	/**
	 * A server says once from whom and by whom. What says it twice is a greeting that
	 * holds a whole hop, and nobody knows which of the two the server has seen.
	 */
	private static void refuseAnother(FieldScanner field) {
		while (!field.atEnd() && field.peek() != ';') {
			var word = field.word();
			if (word.equalsIgnoreCase("from") || word.equalsIgnoreCase("by")) {
				throw new MalformedField();
			}
			if (word.isEmpty()) {
				field.next();
			}
			field.blanks();
		}
	}

	private static String word(FieldScanner field) {
		var word = (field.peek() == '"') ? field.quoted() : field.word();
		if (word.isEmpty()) {
			throw new MalformedField();
		}
		field.blanks();
		return word;
	}

	/**
	 * Two addresses side by side leave open which of them connected. What some servers
	 * repeat of the other side's greeting or log-in is its own word and no address.
	 */
	private static Optional<InetAddress> only(List<String> comments) {
		var found = new ArrayList<InetAddress>();
		for (var comment : comments) {
			var parts = new StringTokenizer(comment, " \t()[],=");
			while (parts.hasMoreTokens()) {
				var part = parts.nextToken();
				if (OF_THE_OTHER_SIDE.contains(part.toLowerCase(Locale.ROOT))) {
					break;
				}
				IpRange.address(part).filter((one) -> !found.contains(one)).ifPresent(found::add);
			}
		}
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

}
