package io.countersign.documents.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a calendar: what it says, of what kind, and the value as written (RFC 5545,
 * 3.1).
 *
 * @param name in capitals
 * @param parameters by their names in capitals; of two of one name the first counts
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

	private static final int MOST_PARAMETERS = 50;

	CalendarLine {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * Nothing where the line is none of a calendar. Of quotation marks that never close
	 * none counts.
	 */
	static Optional<CalendarLine> of(String line) {
		var colon = (outside(line, ':', 0) >= 0) ? outside(line, ':', 0) : line.indexOf(':');
		if (colon <= 0) {
			return Optional.empty();
		}
		var end = Math.min(colon, outside(line, ';', 0));
		var parameters = new HashMap<String, String>();
		for (var at = end; at < colon && parameters.size() < MOST_PARAMETERS;) {
			var next = Math.min(colon, outside(line, ';', at + 1));
			var equals = line.indexOf('=', at);
			if (equals > at && equals < next) {
				parameters.putIfAbsent(upper(line.substring(at + 1, equals)), plain(line.substring(equals + 1, next)));
			}
			at = next;
		}
		return Optional.of(new CalendarLine(upper(line.substring(0, end)), parameters, line.substring(colon + 1)));
	}

	Optional<String> parameter(String called) {
		return Optional.ofNullable(this.parameters.get(called)).filter((one) -> !one.isBlank());
	}

	/** The value as a text, without what the standard escapes in it (3.3.11). */
	String text() {
		var text = new StringBuilder(this.value.length());
		for (var at = 0; at < this.value.length(); at++) {
			var one = this.value.charAt(at);
			if (one == '\\' && at + 1 < this.value.length()) {
				at++;
				var escaped = this.value.charAt(at);
				text.append((escaped == 'n' || escaped == 'N') ? '\n' : escaped);
			}
			else {
				text.append(one);
			}
		}
		return text.toString().strip();
	}

	/** The first place of the mark that does not stand in quotation marks. */
	private static int outside(String line, char mark, int from) {
		var quoted = false;
		for (var at = from; at < line.length(); at++) {
			if (line.charAt(at) == '"') {
				quoted = !quoted;
			}
			else if (line.charAt(at) == mark && !quoted) {
				return at;
			}
		}
		return (mark == ':') ? -1 : line.length();
	}

	/**
	 * Quotation marks only hold a value together; what cannot stand in it is RFC 6868.
	 */
	private static String plain(String value) {
		var text = new StringBuilder(value.length());
		for (var at = 0; at < value.length(); at++) {
			var one = value.charAt(at);
			var following = (at + 1 < value.length()) ? value.charAt(at + 1) : ' ';
			if (one == '^' && "n'^".indexOf(following) >= 0) {
				text.append((following == 'n') ? '\n' : (following == '\'') ? '"' : '^');
				at++;
			}
			else if (one != '"') {
				text.append(one);
			}
		}
		return text.toString();
	}

	private static String upper(String name) {
		return name.strip().toUpperCase(Locale.ROOT);
	}

}
