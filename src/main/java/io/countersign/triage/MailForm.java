package io.countersign.triage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import io.countersign.problem.InvalidField;
import io.countersign.reading.Correspondent;
import io.countersign.reading.Mail;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A mail as a caller writes it down in JSON. Fields it does not know are passed over. */
final class MailForm {

	private static final Pattern MAILBOX = Pattern
		.compile("([^<>,;]{0,200})<([^<>]{0,320})>|([^\\s<>,;]{1,320})@([^\\s<>,;]{1,255})");

	private static final int MOST_PEOPLE = 1000;

	private static final int LONGEST_LINE = 5_000;

	private final JsonNode json;

	private final ZoneId home;

	MailForm(JsonNode json, ZoneId home) {
		if (!json.isObject()) {
			throw new InvalidField("body", "A mail is a JSON object.");
		}
		this.json = json;
		this.home = home;
	}

	Optional<String> id() {
		return text("id").map(MailForm::line);
	}

	Mail mail() {
		var text = text("text");
		var html = text("html");
		if (text.isEmpty() && html.isEmpty()) {
			throw new InvalidField("text", "A mail has a text, or html instead.");
		}
		var zone = zone();
		return new Mail(text("subject").map(MailForm::line).orElse(""), text, html, people("from").stream().findFirst(),
				people("sender").stream().findFirst(), people("to"), people("cc"), sentAt(zone), zone, text("asked"));
	}

	private Optional<String> text(String field) {
		var value = this.json.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return Optional.empty();
		}
		if (!value.isString()) {
			throw new InvalidField(field, "It is a text.");
		}
		return Optional.of(storable(value.asString()));
	}

	private ZoneId zone() {
		try {
			return text("zone").map(ZoneId::of).orElse(this.home);
		}
		catch (DateTimeException unknown) {
			throw new InvalidField("zone", "It is the name of a zone, as Europe/Copenhagen.");
		}
	}

	private Optional<Instant> sentAt(ZoneId zone) {
		return text("sentAt").map((written) -> {
			try {
				return written.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? OffsetDateTime.parse(written).toInstant()
						: LocalDateTime.parse(written).atZone(zone).toInstant();
			}
			catch (DateTimeException unreadable) {
				throw new InvalidField("sentAt", "It is a moment, as 2026-11-27T15:00:00+01:00.");
			}
		});
	}

	private List<Correspondent> people(String field) {
		var value = this.json.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return List.of();
		}
		if (!value.isArray()) {
			return people(field, value);
		}
		if (value.size() > MOST_PEOPLE) {
			throw new InvalidField(field, "At most %d people are named.".formatted(MOST_PEOPLE));
		}
		var people = new ArrayList<Correspondent>();
		for (var i = 0; i < value.size(); i++) {
			people.addAll(people("%s[%d]".formatted(field, i), value.get(i)));
		}
		return people;
	}

	private static List<Correspondent> people(String field, JsonNode value) {
		if (value.isObject()) {
			return List
				.of(new Correspondent(line(value.path("name").asString("")), line(value.path("address").asString(""))));
		}
		if (!value.isString()) {
			throw new InvalidField(field, "It is an address, alone or as Name <address>.");
		}
		return mailboxes(line(storable(value.asString())));
	}

	private static List<Correspondent> mailboxes(String written) {
		var people = new ArrayList<Correspondent>();
		var mailboxes = MAILBOX.matcher(written);
		while (mailboxes.find() && people.size() < MOST_PEOPLE) {
			var name = mailboxes.group(1);
			people.add((name != null) ? new Correspondent(name.replace("\"", "").strip(), mailboxes.group(2).strip())
					: new Correspondent("", mailboxes.group()));
		}
		return (people.isEmpty() && !written.isBlank()) ? List.of(new Correspondent(written.strip(), "")) : people;
	}

	private static String line(String text) {
		return text.substring(0, Math.min(LONGEST_LINE, text.length()));
	}

	/** Half a surrogate pair cannot be written back in UTF-8, nor NUL be stored. */
	static String storable(String text) {
		var changed = new StringBuilder(text);
		for (var i = 0; i < changed.length(); i++) {
			var c = changed.charAt(i);
			var paired = Character.isHighSurrogate(c) && i + 1 < changed.length()
					&& Character.isLowSurrogate(changed.charAt(i + 1));
			if (paired) {
				i++;
			}
			else if (c == 0 || Character.isSurrogate(c)) {
				changed.setCharAt(i, '\ufffd');
			}
		}
		return changed.toString();
	}

	/**
	 * A mail to be read. Of {@code text} and {@code html} one is given; all else may be
	 * missing. People are written as {@code Name <address>}, alone or in a list, or as
	 * objects with {@code name} and {@code address}.
	 *
	 * @param id the caller's own, given back with the reading
	 * @param subject of the mail
	 * @param text its plain text
	 * @param html its HTML, which is read where both are there
	 * @param from who wrote it
	 * @param sender who sent it, where that is somebody else
	 * @param to whom it is addressed to, at most 1000
	 * @param cc who gets a copy, at most 1000
	 * @param sentAt when it was written, as 2026-11-27T15:00:00+01:00; without it no date
	 * in the text is resolved
	 * @param zone where its writer lives, as Europe/Copenhagen; the zone of the
	 * installation where it is not said
	 * @param asked what the writer was asked, where the mail is an answer
	 */
	@RetainJavadoc
	@Schema(name = "Mail")
	record Written(@Nullable String id, @Nullable String subject, @Nullable String text, @Nullable String html,
			@Nullable String from, @Nullable String sender, @Nullable List<String> to, @Nullable List<String> cc,
			@Nullable String sentAt, @Nullable String zone, @Nullable String asked) {
	}

}
