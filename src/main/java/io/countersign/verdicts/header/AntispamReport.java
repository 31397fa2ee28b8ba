package io.countersign.verdicts.header;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.common.base.Ascii;

/**
 * What the filter of Exchange Online found: keys with values in any number, for instance
 * {@code CIP:203.0.113.5;SCL:1;CAT:NONE;}.
 */
public record AntispamReport(Map<String, List<String>> entries) {

	private static final int LONGEST = 32_768;

	public AntispamReport {
		entries = Map.copyOf(entries);
	}

	/** Nothing where a part of it is no key with a value. */
	public static Optional<AntispamReport> parse(String field) {
		var entries = new LinkedHashMap<String, List<String>>();
		if (field.length() > LONGEST) {
			return Optional.empty();
		}
		for (var start = 0; start < field.length();) {
			var end = field.indexOf(';', start);
			var stop = (end < 0) ? field.length() : end;
			var entry = FieldScanner.bare(field.substring(start, stop));
			var colon = entry.indexOf(':');
			if (colon > 0) {
				entries.computeIfAbsent(capital(entry.substring(0, colon)), (_) -> new ArrayList<>())
					.add(capital(entry.substring(colon + 1)));
			}
			else if (!entry.isEmpty()) {
				return Optional.empty();
			}
			start = stop + 1;
		}
		return Optional.of(new AntispamReport(entries));
	}

	/** In letters of ASCII only: a long s is no S, as a dotless i is no I. */
	private static String capital(String text) {
		return Ascii.toUpperCase(FieldScanner.bare(text));
	}

	/** The address the mail came from, where the report names exactly one. */
	public Optional<InetAddress> connecting() {
		var named = all("CIP");
		return (named.size() == 1) ? IpRange.address(named.getFirst()) : Optional.empty();
	}

	public List<String> all(String key) {
		return this.entries.getOrDefault(key, List.of());
	}

}
