package io.countersign.sandbox.tenant;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The filters of OData that Outlook understands for messages. */
record Filter(List<String> properties, Predicate<Item> rule) implements Predicate<Item> {

	private static final Pattern EXTENDED = Pattern.compile("singleValueExtendedProperties/any\\(\\s*(\\w+)\\s*:"
			+ "\\s*\\1/id eq '((?:[^']|'')*)' and (contains|startswith)?\\(?\\s*\\1/value\\s*(eq|ne|,)\\s*'((?:[^']|'')*)'\\s*\\)?\\s*\\)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern COMPARISON = Pattern.compile("([A-Za-z/]+)\\s+(eq|ne|ge|gt|le|lt)\\s+(.+)");

	static Filter parse(String text) {
		var filter = new Filter(List.of(), (_) -> true);
		for (var clause : clauses(text)) {
			filter = filter.and(clause(clause));
		}
		return filter;
	}

	@Override
	public boolean test(Item item) {
		return this.rule.test(item);
	}

	/**
	 * What is sorted by has to be filtered by too, in the same order, before the rest.
	 */
	boolean allows(List<String> sorted) {
		return this.properties.isEmpty() || (this.properties.size() >= sorted.size()
				&& this.properties.subList(0, sorted.size()).equals(sorted));
	}

	private Filter and(Filter other) {
		var both = new ArrayList<>(this.properties);
		both.addAll(other.properties);
		return new Filter(both, this.rule.and(other.rule));
	}

	/** Split at {@code and}, but not inside quotes or parentheses. */
	private static List<String> clauses(String text) {
		var clauses = new ArrayList<String>();
		var depth = 0;
		var quoted = false;
		var begin = 0;
		for (int i = 0; i < text.length(); i++) {
			var c = text.charAt(i);
			quoted = (c == '\'') != quoted;
			depth += quoted ? 0 : (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (!quoted && depth == 0 && text.regionMatches(true, i, " and ", 0, 5)) {
				clauses.add(text.substring(begin, i).strip());
				begin = i + 5;
			}
		}
		if (!text.isBlank()) {
			clauses.add(text.substring(begin).strip());
		}
		return clauses;
	}

	private static Filter clause(String clause) {
		var extended = EXTENDED.matcher(clause);
		if (extended.matches()) {
			var how = (extended.group(3) != null) ? extended.group(3) : extended.group(4);
			return extended(unquoted(extended.group(2)), how, unquoted(extended.group(5)));
		}
		var comparison = COMPARISON.matcher(clause);
		if (!comparison.matches()) {
			throw new IllegalArgumentException("The filter '%s' is not understood.".formatted(clause));
		}
		var value = comparison.group(3).strip();
		return new Filter(List.of(comparison.group(1).toLowerCase(Locale.ROOT)), compared(comparison.group(1),
				comparison.group(2), value.startsWith("'") ? unquoted(value.substring(1, value.length() - 1)) : value));
	}

	/** Values are compared without regard to case, names are not. */
	private static Filter extended(String id, String how, String value) {
		var wanted = value.toLowerCase(Locale.ROOT);
		return new Filter(List.of("singlevalueextendedproperties"), (item) -> {
			var found = Shape.property(item, id).toLowerCase(Locale.ROOT);
			return !found.isEmpty() && switch (how.toLowerCase(Locale.ROOT)) {
				case "contains" -> found.contains(wanted);
				case "startswith" -> found.startsWith(wanted);
				case "ne" -> !found.equals(wanted);
				default -> found.equals(wanted);
			};
		});
	}

	private static Predicate<Item> compared(String property, String operator, String value) {
		return switch (property.toLowerCase(Locale.ROOT)) {
			case "receiveddatetime" -> time(operator, value);
			case "internetmessageid" -> equality(operator, (item) -> Shape.messageId(item).equalsIgnoreCase(value));
			case "subject" -> equality(operator, (item) -> item.facts.subject().equalsIgnoreCase(value));
			case "isread" -> equality(operator, (item) -> item.read == Boolean.parseBoolean(value));
			case "isdraft" -> equality(operator, (item) -> item.draft == Boolean.parseBoolean(value));
			case "hasattachments" -> equality(operator, (item) -> item.facts.hasFiles() == Boolean.parseBoolean(value));
			case "from/emailaddress/address", "sender/emailaddress/address" ->
				equality(operator, (item) -> item.facts.addresses("From").contains(value.toLowerCase(Locale.ROOT)));
			default -> throw new IllegalArgumentException("There is no filter by '%s'.".formatted(property));
		};
	}

	private static Predicate<Item> equality(String operator, Predicate<Item> same) {
		return switch (operator) {
			case "eq" -> same;
			case "ne" -> same.negate();
			default -> throw new IllegalArgumentException("The operator '%s' is not for this.".formatted(operator));
		};
	}

	private static Predicate<Item> time(String operator, String value) {
		try {
			var at = OffsetDateTime.parse(value).toInstant();
			return switch (operator) {
				case "ge" -> (item) -> !item.received.isBefore(at);
				case "gt" -> (item) -> item.received.isAfter(at);
				case "le" -> (item) -> !item.received.isAfter(at);
				case "lt" -> (item) -> item.received.isBefore(at);
				case "ne" -> (item) -> !item.received.equals(at);
				default -> (item) -> item.received.equals(at);
			};
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("'%s' is no time.".formatted(value), ex);
		}
	}

	private static String unquoted(String text) {
		return text.replace("''", "'");
	}

}
