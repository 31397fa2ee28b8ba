package io.countersign.connector.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.countersign.connector.Watch;
import io.countersign.identity.EmailAddress;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Filing;
import io.countersign.intake.HeaderField;
import io.countersign.intake.InternetMessageId;
import io.countersign.intake.Party;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.journal.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What Graph tells of a message. It goes no further than here: in our words it is an
 * arrival.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/message">message</a>
 */
record GraphItem(JsonNode json) {

	static final String IN_REPLY_TO = "String 0x1042";

	static final String REFERENCES = "String 0x1039";

	/** One of which nothing could be learnt yet but that it is there. */
	static GraphItem unknown(String id) {
		return new GraphItem(JsonNodeFactory.instance.objectNode().put("id", id));
	}

	String id() {
		return text(this.json, "id").orElse("");
	}

	/** Not a row that says that it is there no more. */
	boolean isPresent() {
		return !id().isEmpty() && !this.json.has("@removed");
	}

	/** A row of a later round may hold no more than what has changed. */
	boolean isWhole() {
		return instant("receivedDateTime").isPresent() && this.json.path("isDraft").isBoolean();
	}

	/**
	 * @param news what is received longer than this before the watch began is history
	 */
	Arrival arrival(Watch watch, Duration news) {
		var received = instant("receivedDateTime").orElse(watch.since());
		var mode = received.isBefore(watch.since().minus(news)) ? Mode.BACKFILL : Mode.LIVE;
		return new Arrival(watch.mailbox(), watch.folder(), id(), received, preview(), mode,
				new Filing(instant("createdDateTime"), false));
	}

	private Preview preview() {
		return new Preview(text(this.json, "subject").orElse(""), party(this.json.path("from")),
				party(this.json.path("sender")), parties("toRecipients"), parties("ccRecipients"), threading(),
				text(this.json, "conversationId"), headers(), body(), this.json.path("hasAttachments").asBoolean(false),
				this.json.path("isDraft").asBoolean(false), instant("sentDateTime"));
	}

	private Threading threading() {
		var id = text(this.json, "internetMessageId").flatMap(InternetMessageId::normalise);
		return new Threading(id, ids(IN_REPLY_TO), ids(REFERENCES), Optional.empty(), Optional.empty());
	}

	private List<String> ids(String property) {
		return this.json.path("singleValueExtendedProperties")
			.valueStream()
			.filter((one) -> property.equalsIgnoreCase(text(one, "id").orElse("")))
			.flatMap((one) -> InternetMessageId.normaliseAll(text(one, "value").orElse("")).stream())
			.toList();
	}

	private List<HeaderField> headers() {
		return this.json.path("internetMessageHeaders")
			.valueStream()
			.map((field) -> new HeaderField(text(field, "name").orElse(""), text(field, "value").orElse("")))
			.toList();
	}

	private Content body() {
		var body = this.json.path("body");
		var html = text(body, "contentType").orElse("").toLowerCase(Locale.ROOT).equals("html");
		return text(body, "content").map((content) -> html ? Content.ofHtml(content) : Content.ofText(content))
			.orElse(Content.NONE);
	}

	private List<Party> parties(String name) {
		return this.json.path(name).valueStream().flatMap((one) -> party(one).stream()).toList();
	}

	private static Optional<Party> party(JsonNode recipient) {
		var mailbox = recipient.path("emailAddress");
		return text(mailbox, "address").flatMap(EmailAddress::parse)
			.map((address) -> new Party(text(mailbox, "name").orElse(""), address));
	}

	/**
	 * Graph writes fractions of seconds and offsets as it likes; without one it is UTC.
	 */
	private Optional<Instant> instant(String name) {
		return text(this.json, name).flatMap(GraphItem::instantOf);
	}

	private static Optional<Instant> instantOf(String text) {
		try {
			return Optional.of(OffsetDateTime.parse(text).toInstant());
		}
		catch (DateTimeException ex) {
			return local(text);
		}
	}

	private static Optional<Instant> local(String text) {
		try {
			return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(JsonNode json, String name) {
		var value = json.path(name);
		return value.isString() ? Optional.of(value.asString()) : Optional.empty();
	}

}
