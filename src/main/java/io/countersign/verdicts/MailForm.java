package io.countersign.verdicts;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.countersign.intake.Message;

/**
 * VA-17: what the form of a mail says of its words. Programs of people send them in a few
 * forms; in others a machine has heard or translated them, or only a part of them came.
 */
record MailForm(Message message) {

	private static final String MULTIPART = "multipart/";

	private static final Set<String> OF_PEOPLE = Set.of("mixed", "alternative", "related", "signed", "encrypted",
			"report", "appledouble");

	/** RFC 3676: a space at the end of a line goes with the end of the line. */
	private static final Pattern DELETING_SPACE = Pattern.compile("(?i);\\s*+delsp\\s*+=\\s*+\"?yes");

	private static final Pattern SOFT_END = Pattern.compile(" \\r?\\n");

	/** Why its words may be other words, or nobody's. */
	Optional<String> doubt(WordList own) {
		var evidence = this.message.evidence();
		if (isUnusual(evidence.mediaType()) || evidence.partTypes().stream().anyMatch(MailForm::isUnusual)
				|| evidence.has("Content-Range")) {
			return Optional.of("It has a form that no program of a person sends.");
		}
		// RFC 8255 section 5.
		if (evidence.all("Content-Translation-Type")
			.stream()
			.anyMatch((type) -> !type.strip().equalsIgnoreCase("original"))) {
			return Optional.of("It says that it is a translation.");
		}
		return evidence.all("Content-Type").stream().anyMatch((type) -> DELETING_SPACE.matcher(type).find())
				? this.message.content()
					.text()
					.filter((words) -> !joined(words).contain(own))
					.map((_) -> "Its lines may be joined to other words.")
				: Optional.empty();
	}

	private static boolean isUnusual(String mediaType) {
		return mediaType.startsWith(MULTIPART) && !OF_PEOPLE.contains(mediaType.substring(MULTIPART.length()));
	}

	private static WordList joined(String words) {
		return WordList.of(SOFT_END.matcher(words).replaceAll(""));
	}

}
