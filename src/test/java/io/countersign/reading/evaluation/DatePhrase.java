package io.countersign.reading.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import io.countersign.reading.Deadline;
import io.countersign.reading.Deadline.Precision;
import io.countersign.reading.Mail;
import io.countersign.reading.Reader;

/**
 * Words that say by when, on one line of a file, {@code sent|words|expected}.
 *
 * @param expected a day, a minute, {@code vague}, or {@code -} where they name no
 * deadline
 */
record DatePhrase(String language, LocalDateTime sent, String words, String expected) {

	static final List<String> LANGUAGES = List.of("da", "en", "sv", "nb", "de");

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	static List<DatePhrase> of(Path folder, String language) {
		return in(folder.resolve("dates-%s.txt".formatted(language)), language);
	}

	/** Those that nobody who works on the books of dates has read. */
	static List<DatePhrase> unseen(Path folder, String language) {
		return in(folder.resolve("unseen-dates-%s.txt".formatted(language)), language);
	}

	private static List<DatePhrase> in(Path file, String language) {
		try {
			return Files.readAllLines(file)
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> of(language, line))
				.toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static DatePhrase of(String language, String line) {
		var fields = line.split("\\|", 3);
		return new DatePhrase(language, LocalDateTime.parse(fields[0].replace(' ', 'T')), fields[1], fields[2]);
	}

	/** What a reader makes of the words in a short request, written as in the file. */
	String read(Reader reader) {
		var mail = Mail.ofText(subject(), request().formatted(this.words)).sentAt(this.sent.atZone(ZONE).toInstant());
		return reader.read(mail).request().deadline().map(DatePhrase::written).orElse("-");
	}

	private static String written(Deadline deadline) {
		if (deadline.isVague()) {
			return "vague";
		}
		return (deadline.precision() == Precision.DAY) ? deadline.day().orElseThrow().toString()
				: deadline.at().orElseThrow().atZone(ZONE).toLocalDateTime().toString().replace('T', ' ');
	}

	boolean isNoDay() {
		return this.expected.equals("-") || this.expected.equals("vague");
	}

	static boolean isDay(String written) {
		return Character.isDigit(written.charAt(0));
	}

	private String subject() {
		return this.language.equals("en") ? "Paper" : "Notat";
	}

	private String request() {
		return switch (this.language) {
			case "da" -> "Kan du godkende notatet %s?";
			case "sv" -> "Kan du godkänna underlaget %s?";
			case "nb" -> "Kan du godkjenne notatet %s?";
			case "de" -> "Können Sie die Vorlage %s freigeben?";
			default -> "Can you approve the paper %s?";
		};
	}

}
