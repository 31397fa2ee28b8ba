package io.countersign.reading.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the examples lie.
 *
 * @param own the examples of this project
 * @param shared a further folder, where there is one
 */
record Folders(Path own, Optional<Path> shared) {

	static Folders of(Path project) {
		var shared = Path.of(System.getProperty("corpus", project.resolve("../shared/corpus").toString()));
		return new Folders(project.resolve("src/test/resources/readings"),
				Files.isDirectory(shared) ? Optional.of(shared) : Optional.empty());
	}

	/** Answers that are a line each. */
	List<Line> lines() {
		return Line.of(this.own);
	}

	/** The project's own examples in files that begin with a name. */
	List<Example> own(String name) {
		return read(this.own, name);
	}

	/** The fresh sets by name. */
	Map<String, List<FreshReply>> fresh() {
		return sets("fresh-", FreshReply::of);
	}

	/** The sets that nobody looks at, by name: only their counts are printed. */
	Map<String, List<ReplyExample>> unseen() {
		return sets("unseen-", Folders::replies);
	}

	/** Answers as lines, or with all that a mail program puts around them. */
	private static List<ReplyExample> replies(Path file) {
		return file.toString().endsWith(".jsonl") ? lines(file).map(ReplyExample::new).toList()
				: FreshReply.of(file).stream().map(FreshReply::example).toList();
	}

	/** Answers none of which approves anything. */
	List<String> misleading() {
		try (var lines = Files.lines(this.own.resolve("never-approved.txt"))) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	/** The sets that teach no model but the last, by name. */
	Map<String, List<FreshReply>> keptApart() {
		return sets("apart-", FreshReply::of);
	}

	/** The fresh sets of mails that arrive, by name. */
	Map<String, List<RequestExample>> freshRequests() {
		var sets = new TreeMap<>(sets("asked-", FreshRequest::of));
		sets.putAll(sets("arriving-", Folders::requests));
		return sets;
	}

	/** The sets of mails that teach no model but the last, by name. */
	Map<String, List<RequestExample>> requestsKeptApart() {
		return sets("aside-", Folders::requests);
	}

	/** The sets of mails that nobody looks at, by name: only their counts are printed. */
	Map<String, List<RequestExample>> unseenRequests() {
		return sets("unread-", Folders::requests);
	}

	private static List<RequestExample> requests(Path file) {
		return lines(file).map(RequestExample::new).toList();
	}

	private <T> Map<String, List<T>> sets(String name, Function<Path, List<T>> reading) {
		try (var files = Files.list(this.own)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(name))
				.collect(Collectors.toMap((file) -> file.getFileName().toString(), reading, (one, other) -> one,
						TreeMap::new));
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	List<Example> shared(String name) {
		return this.shared.map((folder) -> read(folder, name)).orElse(List.of());
	}

	private static List<Example> read(Path folder, String name) {
		try (var files = Files.list(folder)) {
			return files.filter((file) -> isNamed(file.getFileName().toString(), name))
				.sorted()
				.flatMap(Folders::lines)
				.toList();
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	private static boolean isNamed(String file, String name) {
		return file.startsWith(name) && file.endsWith(".jsonl");
	}

	private static Stream<Example> lines(Path file) {
		try {
			return Files.readAllLines(file).stream().filter((line) -> !line.isBlank()).map(Example::of);
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
