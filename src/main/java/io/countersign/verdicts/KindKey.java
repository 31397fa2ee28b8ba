package io.countersign.verdicts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a kind of case is named by a key of the configuration, of which Spring keeps the
 * letters from a to z, digits and hyphens only: "mødemateriale" comes as "mdemateriale".
 */
record KindKey(String key) {

	private static final Pattern NOT_KEPT = Pattern.compile("[^a-z0-9-]");

	boolean names(String kind) {
		return kind.equalsIgnoreCase(this.key)
				|| NOT_KEPT.matcher(kind.toLowerCase(Locale.ROOT)).replaceAll("").equalsIgnoreCase(this.key);
	}

}
