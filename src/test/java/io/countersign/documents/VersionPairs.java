package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/** Pairs of files of which people have said whether they are versions of one document. */
final class VersionPairs {

	private static final Pattern RECIPE = Pattern.compile("([a-z0-9]+)(\\(([^)]*)\\))?(~(\\d+))?(/)?(\\+([a-z0-9]+))?");

	private static final Map<String, String> TEXTS = texts();

	private VersionPairs() {
	}

	/** As {@code pairs.txt} has them. */
	record Pair(boolean same, VersionedFile older, VersionedFile newer, String line) {

		Kinship.Kind found() {
			return Kinship.of(this.older, this.newer).kind();
		}

		@Override
		public String toString() {
			return this.line;
		}

	}

	static List<Pair> of(String file) {
		return lines("versions/" + file).filter((line) -> !line.startsWith("#") && !line.isBlank())
			.map(VersionPairs::pair)
			.toList();
	}

	/** A file with the text the recipe makes. */
	static VersionedFile file(String name, String recipe, String brought) {
		var text = text(recipe);
		var id = Spool.of((name + recipe + (text.isPresent() ? "" : brought)).getBytes(StandardCharsets.UTF_8)).id();
		return new VersionedFile(id, name, "application/octet-stream", brought, text.map(TextPrint::of),
				recipe.equals("?"), Optional.empty());
	}

	static Optional<String> text(String recipe) {
		var parts = RECIPE.matcher(recipe);
		if (!parts.matches()) {
			return Optional.empty();
		}
		var text = TEXTS.getOrDefault(parts.group(1), "");
		var values = Optional.ofNullable(parts.group(3)).map((all) -> all.split(";")).orElse(new String[0]);
		for (var at = 0; at < values.length; at++) {
			text = text.replace("{" + at + "}", values[at]);
		}
		text = (parts.group(5) != null) ? changed(text, Integer.parseInt(parts.group(5))) : text;
		text = (parts.group(6) != null) ? text.substring(0, text.length() / 2) : text;
		return Optional.of((parts.group(8) != null) ? text + "\n" + TEXTS.get(parts.group(8)) : text);
	}

	private static String changed(String text, int apart) {
		var words = new ArrayList<String>();
		for (var word : text.split("(?<=\\s)")) {
			words.add((words.size() % apart == apart - 1
					&& word.chars().allMatch((letter) -> letter != ':' && !Character.isDigit(letter)))
							? "x" + words.size() + " " : word);
		}
		return String.join("", words);
	}

	private static Pair pair(String line) {
		var cells = line.split(" *\\| *");
		return new Pair(cells[0].equals("same"), file(cells[1], cells[3], "first"), file(cells[2], cells[4], "second"),
				line);
	}

	private static Map<String, String> texts() {
		var all = lines("versions/texts.txt").collect(Collectors.joining("\n"));
		return Stream.of(all.substring(2).split("\n= "))
			.map((text) -> text.split("\n", 2))
			.collect(Collectors.toMap((text) -> text[0], (text) -> text[1]));
	}

	private static Stream<String> lines(String file) {
		try {
			return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8).lines();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
