package io.countersign.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The reasons that are kept with cases and messages are English sentences. Here they are
 * said in the reader's language; what has no translation stays as it was written.
 */
@Component("sentences")
class Sentences {

	private static final String SLOT = "{}";

	private final List<Translation> danish;

	Sentences() {
		this.danish = read("sentences_da.txt");
	}

	/** What is said, and in which language it ended up. */
	record Said(String text, String language) {
	}

	public Said in(String sentence) {
		if (!LocaleContextHolder.getLocale().getLanguage().equals("da")) {
			return new Said(sentence, "en");
		}
		return inDanish(sentence).map((text) -> new Said(text, "da")).orElseGet(() -> new Said(sentence, "en"));
	}

	private Optional<String> inDanish(String sentence) {
		return this.danish.stream().flatMap((one) -> one.of(sentence, this::inDanish).stream()).findFirst();
	}

	private static List<Translation> read(String file) {
		try {
			var translations = new ArrayList<Translation>();
			var text = new ClassPathResource(file, Sentences.class).getContentAsString(StandardCharsets.UTF_8);
			text.lines().filter((line) -> line.contains(" = ")).forEach((line) -> {
				var halves = line.split(" = ", 2);
				translations.add(new Translation(split(halves[0]), split(halves[1])));
			});
			return List.copyOf(translations);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> split(String template) {
		var parts = new ArrayList<String>();
		var from = 0;
		for (var slot = template.indexOf(SLOT); slot >= 0; slot = template.indexOf(SLOT, from)) {
			parts.add(template.substring(from, slot));
			from = slot + SLOT.length();
		}
		parts.add(template.substring(from));
		return parts;
	}

}
