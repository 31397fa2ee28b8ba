package io.countersign.reading;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that turn a meaning in some language. People mix languages, so no phrase of one
 * may take such a word of another for a mere name of what was asked.
 */
final class TurningWords {

	/** A shorter word is too often another word elsewhere: "men", "om", "under". */
	private static final int LONG = 4;

	private static final Set<String> OF_ALL_LANGUAGES = PhraseFile.ofAllLanguages()
		.flatMap((file) -> file.words("turning"))
		.filter((word) -> word.length() >= LONG)
		.collect(Collectors.toUnmodifiableSet());

	/** "Approved": in front of a noun it tells what that is. */
	private static final Set<String> ATTRIBUTIVE = PhraseFile.ofAllLanguages()
		.flatMap((file) -> file.words("attributive"))
		.collect(Collectors.toUnmodifiableSet());

	/** "Other", "half", "void": what is spoken of so is not what was asked. */
	private static final Set<String> ASPECTS = PhraseFile.ofAllLanguages()
		.flatMap((file) -> file.words("aspect"))
		.filter((word) -> word.length() >= LONG)
		.collect(Collectors.toUnmodifiableSet());

	private TurningWords() {
	}

	static Set<String> ofAllLanguages() {
		return OF_ALL_LANGUAGES;
	}

	static Set<String> aspects() {
		return ASPECTS;
	}

	static Set<String> attributive() {
		return ATTRIBUTIVE;
	}

}
