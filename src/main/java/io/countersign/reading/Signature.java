package io.countersign.reading;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name below the closing of what was newly written, behind it, or behind a stroke.
 *
 * @param name as written
 * @param instead whether somebody signs for the one of this name
 */
record Signature(String name, boolean instead) {

	private static final Pattern FULL_NAME = Pattern
		.compile("\\p{Lu}(?:[\\p{L}'-]+|\\.)( \\p{Lu}\\.?)?( \\p{Lu}[\\p{L}'-]+){1,2},?");

	private static final Pattern LONE_NAME = Pattern.compile("\\p{Lu}[\\p{L}'-]+,?");

	static Signature of(String name) {
		return new Signature(name, false);
	}

	static boolean isName(String words) {
		return isFullName(words) || LONE_NAME.matcher(words).matches();
	}

	/** Of two words at least. */
	static boolean isFullName(String words) {
		return FULL_NAME.matcher(words).matches();
	}

	/**
	 * Whether it has no part of a name in common with any of those who may sign. Whoever
	 * has no full name is an office, where anybody may. A name that stands alone may be
	 * short for another one, or be written as its beginning.
	 */
	boolean isOfNobodyIn(List<Correspondent> signers) {
		return !signers.isEmpty() && signers.stream()
			.allMatch((one) -> FULL_NAME.matcher(one.name()).matches()
					&& isApart(parts(one.name() + " " + mailbox(one))) != this.instead);
	}

	/** It may be what somebody of another name is called. */
	boolean isShort() {
		return !this.instead && LONE_NAME.matcher(this.name).matches();
	}

	private boolean isApart(Set<String> parts) {
		return isShort()
				? parts.stream().noneMatch((part) -> part.charAt(0) == Character.toLowerCase(this.name.charAt(0)))
				: Collections.disjoint(parts, parts(this.name));
	}

	/** What stands behind the sign is the house, and anybody's in it. */
	private static String mailbox(Correspondent one) {
		return one.address().substring(0, Math.max(0, one.address().indexOf('@')));
	}

	private static Set<String> parts(String name) {
		return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
			.filter((part) -> part.length() > 1)
			.collect(Collectors.toSet());
	}

}
