package io.countersign.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences that stand in the sources, for no test makes the product say each. */
final class WrittenSentences {

	private static final Path SOURCES = Path.of("src/main/java/io/countersign");

	/** It begins with a capital or a slot and ends as a sentence does. */
	private static final Pattern SENTENCE = Pattern
		.compile("\"([A-Z%][^\"\\\\{}<>|]* [^\"\\\\{}<>|]* [^\"\\\\{}<>|]*\\.)\"");

	/** What goes on in the next line is one string. */
	private static final Pattern JOINED = Pattern.compile("\"\\s*\\n\\s*\\+ \"");

	/** Said to programs and in the log, which speak English. */
	private static final Pattern NOT_FOR_PAGES = Pattern
		.compile("(?s).*(?:Exception|Fault|Conflict|log\\b|\\* )[^;]*$");

	private static final Pattern SLOT = Pattern.compile("%[sd]");

	private WrittenSentences() {
	}

	/** Those of the files of a module whose name begins so, each slot filled. */
	static List<String> in(String module, String... files) {
		try (var sources = Files.walk(SOURCES.resolve(module))) {
			return sources.filter((file) -> Stream.of(files).anyMatch((begun) -> name(file).startsWith(begun)))
				.filter((file) -> name(file).endsWith(".java"))
				.flatMap(WrittenSentences::of)
				.distinct()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

	private static Stream<String> of(Path file) {
		try {
			var source = JOINED.matcher(Files.readString(file)).replaceAll("");
			return SENTENCE.matcher(source)
				.results()
				.filter((found) -> !NOT_FOR_PAGES.matcher(before(source, found)).matches())
				.map((found) -> SLOT.matcher(found.group(1)).replaceAll("7"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The statement it stands in, as far as it has come. */
	private static String before(String source, MatchResult found) {
		return source.substring(Math.max(source.lastIndexOf(';', found.start()), 0), found.start());
	}

}
