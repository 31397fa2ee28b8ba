package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What may be asked of messages in chats: little, and a part of it is passed over in
 * silence.
 *
 * @param property what it is ordered by, newest first
 */
record ChatQuery(String property, Predicate<ChatMessage> filter) {

	private static final int USUAL_PAGE = 20;

	private static final int LARGEST_PAGE = 50;

	private static final String MODIFIED = "lastmodifieddatetime";

	private static final String CREATED = "createddatetime";

	private static final Pattern BOUND = Pattern
		.compile("(?i)(lastModifiedDateTime|createdDateTime(?= lt)) (gt|lt) (\\S+)");

	/** All messages of a person are always filtered as asked. */
	static ChatQuery ofEverything(Call call) {
		var text = call.parameter("$filter");
		return new ChatQuery(MODIFIED, text.isEmpty() ? (_) -> true : filter(text));
	}

	/**
	 * In one chat a filter counts only when the order names the same property; otherwise
	 * it is passed over, and nobody is told.
	 */
	static ChatQuery ofChat(Call call) {
		var order = call.parameter("$orderby").toLowerCase(Locale.ROOT).strip();
		var property = order.replaceFirst(" desc$", "");
		if (!order.isEmpty() && !(order.endsWith(" desc") && (property.equals(MODIFIED) || property.equals(CREATED)))) {
			throw new IllegalArgumentException(
					"Messages are ordered by lastModifiedDateTime or createdDateTime, descending.");
		}
		var text = call.parameter("$filter");
		var counts = !property.isEmpty() && text.toLowerCase(Locale.ROOT).contains(property);
		return new ChatQuery(property.isEmpty() ? MODIFIED : property, counts ? filter(text) : (_) -> true);
	}

	/** A delta knows one filter only. */
	static Instant deltaFilter(Call call) {
		var text = call.parameter("$filter");
		var bound = BOUND.matcher(text);
		if (text.isEmpty()) {
			return Instant.EPOCH;
		}
		if (!bound.matches() || !text.toLowerCase(Locale.ROOT).startsWith(MODIFIED + " gt")) {
			throw new IllegalArgumentException("A delta query is filtered by lastModifiedDateTime gt and a time only.");
		}
		return time(bound.group(3));
	}

	static int top(Call call) {
		var top = call.number("$top", USUAL_PAGE);
		if (top < 1 || top > LARGEST_PAGE) {
			throw new IllegalArgumentException(
					"Invalid page size specified: '%d'. Must be between 1 and 50 inclusive.".formatted(top));
		}
		return top;
	}

	static Answer refused(String message) {
		return Answer.error(400, "BadRequest", message);
	}

	Instant place(ChatMessage message) {
		return placed(this.property).apply(message);
	}

	private static Predicate<ChatMessage> filter(String text) {
		Predicate<ChatMessage> filter = (_) -> true;
		for (var clause : text.split("(?i) and ")) {
			var bound = BOUND.matcher(clause.strip());
			if (!bound.matches()) {
				throw new IllegalArgumentException("The filter '%s' is not understood.".formatted(clause));
			}
			var place = placed(bound.group(1).toLowerCase(Locale.ROOT));
			var at = time(bound.group(3));
			filter = filter.and(bound.group(2).equalsIgnoreCase("gt") ? (message) -> place.apply(message).isAfter(at)
					: (message) -> place.apply(message).isBefore(at));
		}
		return filter;
	}

	private static Function<ChatMessage, Instant> placed(String property) {
		return property.equals(CREATED) ? ChatMessage::created : ChatMessage::modified;
	}

	private static Instant time(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("'%s' is no time.".formatted(text), ex);
		}
	}

}
