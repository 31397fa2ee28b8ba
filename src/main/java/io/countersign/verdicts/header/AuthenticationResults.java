package io.countersign.verdicts.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says it found out about a mail (RFC 8601 section 2.2). Exchange Online
 * leaves out its own name and adds properties without a type.
 *
 * @param server the authserv-id, where one is written
 */
public record AuthenticationResults(Optional<String> server, List<Result> results) {

	private static final String VERSION = "1";

	private static final int MOST_RESULTS = 50;

	private static final int MOST_PROPERTIES = 30;

	/**
	 * One check and its outcome, in lower case; properties as they are written.
	 */
	public record Result(String method, String outcome, Map<String, String> properties) {

		public Result {
			properties = Map.copyOf(properties);
		}

		public boolean is(String other) {
			return this.outcome.equals(other);
		}

		public Optional<String> property(String name) {
			return Optional.ofNullable(this.properties.get(name)).filter((value) -> !value.isEmpty());
		}

	}

	public AuthenticationResults {
		results = List.copyOf(results);
	}

	/** Nothing where the field does not follow the grammar to its end. */
	public static Optional<AuthenticationResults> parse(String field) {
		try {
			return Optional.of(read(new FieldScanner(field)));
		}
		catch (MalformedField ex) {
			return Optional.empty();
		}
	}

	public List<Result> of(String method) {
		return this.results.stream().filter((result) -> result.method().equals(method)).toList();
	}

	private static AuthenticationResults read(FieldScanner field) {
		var results = new ArrayList<Result>();
		var server = server(field);
		if (server.isEmpty()) {
			results.add(result(field));
		}
		while (field.skip(';')) {
			field.blanks();
			if (!field.atEnd() && !isNone(field)) {
				results.add(result(field));
			}
			if (results.size() > MOST_RESULTS) {
				throw new MalformedField();
			}
		}
		if (!field.atEnd()) {
			throw new MalformedField();
		}
		return new AuthenticationResults(server, results);
	}

	/** What comes first is a check already when an equals sign follows. */
	private static Optional<String> server(FieldScanner field) {
		field.blanks();
		var ahead = field.copy();
		if (value(ahead).isEmpty()) {
			throw new MalformedField();
		}
		ahead.blanks();
		if (ahead.peek() == '=') {
			return Optional.empty();
		}
		var name = value(field);
		field.blanks();
		if (Character.isDigit(field.peek())) {
			version(field);
		}
		return Optional.of(name);
	}

	/** What a later version says may mean something else. */
	private static void version(FieldScanner field) {
		if (!field.keyword().equals(VERSION)) {
			throw new MalformedField();
		}
		field.blanks();
	}

	private static boolean isNone(FieldScanner field) {
		var ahead = field.copy();
		var none = ahead.keyword().equals("none");
		ahead.blanks();
		if (none && (ahead.atEnd() || ahead.peek() == ';')) {
			field.keyword();
			field.blanks();
			return true;
		}
		return false;
	}

	private static Result result(FieldScanner field) {
		var method = field.keyword();
		field.blanks();
		if (field.skip('/')) {
			field.blanks();
			version(field);
		}
		field.expect('=');
		field.blanks();
		var outcome = field.keyword();
		field.blanks();
		return new Result(method, outcome, properties(field));
	}

	/** A property that is named twice has no value that could be trusted. */
	private static Map<String, String> properties(FieldScanner field) {
		var properties = new LinkedHashMap<String, String>();
		while (!field.atEnd() && field.peek() != ';') {
			var name = name(field);
			field.expect('=');
			field.blanks();
			if (properties.put(name, value(field)) != null || properties.size() > MOST_PROPERTIES) {
				throw new MalformedField();
			}
			field.blanks();
		}
		return properties;
	}

	private static String name(FieldScanner field) {
		var name = new StringBuilder(field.keyword());
		field.blanks();
		if (field.skip('.')) {
			field.blanks();
			name.append('.').append(field.keyword());
			field.blanks();
		}
		return name.toString().toLowerCase(Locale.ROOT);
	}

	private static String value(FieldScanner field) {
		return (field.peek() == '"') ? field.quoted() : field.word();
	}

}
