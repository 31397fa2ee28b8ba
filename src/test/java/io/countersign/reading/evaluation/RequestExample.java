package io.countersign.reading.evaluation;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;

/** A mail as it arrives, with what a careful secretary reads in it. */
record RequestExample(Example example) {

	private static final Pattern MAILBOX = Pattern.compile("\\s*([^<]*?)\\s*<([^>]*)>\\s*");

	private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	String id() {
		return this.example.id();
	}

	String language() {
		var language = this.example.text("lang");
		return language.equals("no") ? "nb" : language;
	}

	String label() {
		return this.example.text("label");
	}

	/** The deadline in local time to the minute, empty where there is none. */
	Optional<LocalDateTime> deadline() {
		return this.example.perhaps("deadline").map((at) -> OffsetDateTime.parse(at).toLocalDateTime());
	}

	/** Of whom it is asked; nothing where the example does not say. */
	Optional<List<String>> askedOf() {
		return this.example.json().has("askedOf")
				? Optional.of(this.example.texts("askedOf").stream().sorted().toList()) : Optional.empty();
	}

	Mail mail() {
		return new Mail(this.example.text("subject"), Optional.of(this.example.text("body")), Optional.empty(),
				people("from").stream().findFirst(), Optional.empty(), people("to"), people("cc"),
				this.example.perhaps("sentDate").map((at) -> OffsetDateTime.parse(at).toInstant()), ZONE,
				Optional.empty());
	}

	private List<Correspondent> people(String field) {
		var several = this.example.texts(field);
		var one = this.example.perhaps(field);
		return (several.isEmpty() ? one.stream().toList() : several).stream().map(RequestExample::person).toList();
	}

	private static Correspondent person(String mailbox) {
		var parts = MAILBOX.matcher(mailbox);
		return parts.matches() ? new Correspondent(parts.group(1), parts.group(2)) : new Correspondent("", mailbox);
	}

	static ZoneId zone() {
		return ZONE;
	}

}
