package io.countersign.reading;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.reading.Body.Line;

/**
 * The name below the closing of what was newly written, behind it, or behind a stroke.
 *
 * @param name as written
 */
record Signature(String name) {

	private static final Pattern FULL_NAME = Pattern
		.compile("\\p{Lu}(?:[\\p{L}'-]+|\\.)( \\p{Lu}\\.?)?( \\p{Lu}[\\p{L}'-]+){1,2},?");

	private static final Pattern LONE_NAME = Pattern.compile("\\p{Lu}[\\p{L}'-]+,?");

	private static final Pattern STROKE = Pattern.compile("(?:/{1,2}|[-–—~]{1,2}) ?");

	/** A program sends from somewhere, and a person is who it is sent by. */
	private static final Pattern SENT_BY = Pattern.compile(
			"(?iu:sent|written|typed|dictated|sendt|skrevet|skrivet|skickat|gesendet|geschrieben)\\h+(?:by|af|av|durch)"
					+ "\\h+(\\p{Lu}[\\p{L}-]+)");

	/** A closing and the name below it may have empty lines or an office between them. */
	private static final int NEAR = 3;

	private static final int MOST = 20;

	/** Every one that stands where its author only signs. */
	static List<Signature> in(MailMarks marks, List<Line> lines, boolean[] quoted, boolean[] gone) {
		return IntStream.range(0, lines.size())
			.filter((at) -> gone[at] && !quoted[at])
			.boxed()
			.flatMap((at) -> at(marks, lines, quoted, at).stream())
			.limit(MOST)
			.toList();
	}

	private static Optional<Signature> at(MailMarks marks, List<Line> lines, boolean[] quoted, int at) {
		var line = lines.get(at).words();
		if (marks.isClosing(line)) {
			return behind(marks, line).or(() -> below(lines, quoted, at));
		}
		var sender = SENT_BY.matcher(line);
		return sender.lookingAt() ? Optional.of(new Signature(sender.group(1))) : behindAStroke(line);
	}

	/** "Mvh Bo Lind"; what stands in front of the name is a closing by itself. */
	private static Optional<Signature> behind(MailMarks marks, String line) {
		return IntStream.iterate(line.indexOf(' '), (space) -> space > 0, (space) -> line.indexOf(' ', space + 1))
			.filter((space) -> isName(line.substring(space + 1)) && marks.isClosing(line.substring(0, space)))
			.mapToObj((space) -> new Signature(line.substring(space + 1)))
			.findFirst();
	}

	/** An office may stand above the name of who signs for it. */
	private static Optional<Signature> below(List<Line> lines, boolean[] quoted, int closing) {
		var names = IntStream.rangeClosed(closing + 1, Math.min(closing + NEAR, lines.size() - 1))
			.filter((at) -> !quoted[at] && !lines.get(at).isBlank())
			.mapToObj((at) -> lines.get(at).words())
			.takeWhile(Signature::isName)
			.toList();
		return names.stream()
			.filter((name) -> FULL_NAME.matcher(name).matches())
			.findFirst()
			.or(() -> names.stream().findFirst())
			.map(Signature::new);
	}

	private static Optional<Signature> behindAStroke(String line) {
		var stroke = STROKE.matcher(line);
		return stroke.lookingAt() && isName(line.substring(stroke.end()))
				? Optional.of(new Signature(line.substring(stroke.end()))) : Optional.empty();
	}

	private static boolean isName(String words) {
		return FULL_NAME.matcher(words).matches() || LONE_NAME.matcher(words).matches();
	}

	/**
	 * Whether it has no part of a name in common with any of those who may sign. Whoever
	 * has no full name is an office, where anybody may. A name that stands alone may be
	 * short for another one, or be written as its beginning.
	 */
	boolean isOfNobodyIn(List<Correspondent> signers) {
		return !signers.isEmpty() && signers.stream()
			.allMatch((one) -> FULL_NAME.matcher(one.name()).matches()
					&& isApart(parts(one.name() + " " + mailbox(one))));
	}

	/** It may be what somebody of another name is called. */
	boolean isShort() {
		return LONE_NAME.matcher(this.name).matches();
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
