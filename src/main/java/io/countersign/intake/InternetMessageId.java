package io.countersign.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One form for the Message-IDs that mail programs write, wrap and repeat in so many ways:
 * without angle brackets, comments and white space, otherwise as written.
 */
public final class InternetMessageId {

	private static final int LONGEST = 998;

	private InternetMessageId() {
	}

	/** The id in a Message-ID field, or nothing where there is none. */
	public static Optional<String> normalise(String written) {
		return normaliseAll(written).stream().findFirst();
	}

	/** All ids in a References or In-Reply-To field, each once, in their order. */
	public static List<String> normaliseAll(String field) {
		var written = withoutComments(field);
		var ids = new ArrayList<String>();
		var at = 0;
		while (at < written.length()) {
			var open = written.indexOf('<', at);
			var close = (open < 0) ? -1 : written.indexOf('>', open);
			if (close < 0) {
				break;
			}
			add(ids, written.substring(open + 1, close));
			at = close + 1;
		}
		if (ids.isEmpty() && written.indexOf('@') > 0 && written.strip().chars().noneMatch(Character::isWhitespace)) {
			add(ids, written.replace("<", "").replace(">", ""));
		}
		return List.copyOf(ids);
	}

	/** What stands in a comment names no mail (RFC 5322 section 3.6.4). */
	private static String withoutComments(String written) {
		if (written.indexOf('(') < 0) {
			return written;
		}
		var plain = new StringBuilder(written.length());
		var depth = 0;
		var inside = false;
		for (var c : written.toCharArray()) {
			if (depth == 0 && (inside || c != '(')) {
				inside = c == '<' || inside && c != '>';
				plain.append(c);
			}
			else {
				depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			}
		}
		return (depth == 0) ? plain.toString() : written;
	}

	private static void add(List<String> ids, String raw) {
		var id = new StringBuilder(raw.length());
		raw.chars().filter((c) -> c > ' ' && c != 127 && c != '<').forEach((c) -> id.append((char) c));
		if (!id.isEmpty() && id.length() <= LONGEST && !ids.contains(id.toString())) {
			ids.add(id.toString());
		}
	}

}
