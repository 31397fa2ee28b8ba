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
 * The full name below the closing of what was newly written, or behind it.
 *
 * @param name as written
 */
record Signature(String name) {

	private static final Pattern FULL_NAME = Pattern
		.compile("\\p{Lu}[\\p{L}'-]+( \\p{Lu}\\.?)?( \\p{Lu}[\\p{L}'-]+){1,2},?");

	/** A closing and the name below it may have an empty line between them. */
	private static final int NEAR = 2;

	/** The first one, where there is a closing and a full name below it. */
	static Optional<Signature> of(MailMarks marks, List<Line> lines, boolean[] quoted, boolean[] gone) {
		return IntStream.range(0, lines.size())
			.filter((at) -> gone[at] && !quoted[at] && marks.isClosing(lines.get(at).words()))
			.boxed()
			.findFirst()
			.flatMap((at) -> behind(marks, lines.get(at).words()).or(() -> below(lines, quoted, at)));
	}

	/** "Mvh Bo Lind"; what stands in front of the name is a closing by itself. */
	private static Optional<Signature> behind(MailMarks marks, String line) {
		return IntStream.iterate(line.indexOf(' '), (space) -> space > 0, (space) -> line.indexOf(' ', space + 1))
			.filter((space) -> FULL_NAME.matcher(line.substring(space + 1)).matches()
					&& marks.isClosing(line.substring(0, space)))
			.mapToObj((space) -> new Signature(line.substring(space + 1)))
			.findFirst();
	}

	private static Optional<Signature> below(List<Line> lines, boolean[] quoted, int closing) {
		return IntStream.rangeClosed(closing + 1, Math.min(closing + NEAR, lines.size() - 1))
			.filter((at) -> !quoted[at] && !lines.get(at).isBlank())
			.mapToObj((at) -> lines.get(at).words())
			.findFirst()
			.filter((words) -> FULL_NAME.matcher(words).matches())
			.map(Signature::new);
	}

	/**
	 * Whether it has no part of a name in common with any of those who may sign. Whoever
	 * has no full name is an office, where anybody may.
	 */
	boolean isOfNobodyIn(List<Correspondent> signers) {
		return !signers.isEmpty() && signers.stream()
			.allMatch((one) -> FULL_NAME.matcher(one.name()).matches()
					&& Collections.disjoint(parts(one.name() + " " + one.address()), parts(this.name)));
	}

	private static Set<String> parts(String name) {
		return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
			.filter((part) -> part.length() > 1)
			.collect(Collectors.toSet());
	}

}
