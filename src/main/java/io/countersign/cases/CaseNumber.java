package io.countersign.cases;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What people call a case, for instance {@code 2026-0042}; in a subject it stands in
 * square brackets.
 */
public record CaseNumber(@JsonValue String value) {

	private static final Pattern TAG = Pattern.compile("\\[(20\\d{2}-\\d{4,7})\\]");

	static CaseNumber of(int year, int number) {
		return new CaseNumber("%d-%04d".formatted(year, number));
	}

	/** The first tag in a subject. */
	public static Optional<CaseNumber> inSubject(String subject) {
		var match = TAG.matcher(subject);
		return match.find() ? Optional.of(new CaseNumber(match.group(1))) : Optional.empty();
	}

	/** Every tag in a text, each once. */
	public static Set<CaseNumber> allIn(String text) {
		var found = new LinkedHashSet<CaseNumber>();
		TAG.matcher(text).results().forEach((match) -> found.add(new CaseNumber(match.group(1))));
		return found;
	}

	/** The text without them. */
	public static String without(String text) {
		return TAG.matcher(text).replaceAll(" ");
	}

	public String tag() {
		return "[" + this.value + "]";
	}

	@Override
	public String toString() {
		return this.value;
	}

}
