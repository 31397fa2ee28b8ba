package io.countersign.verdicts.header;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The fields as somebody else would read them from the same RFCs: comments are taken out
 * first, and the rest is matched by expressions. It shares no line with what it is held
 * against.
 */
final class OtherReadings {

	private static final String NAME = "[A-Za-z0-9_-]+";

	private static final String VALUE = "\"(?:[^\"\\\\]|\\\\.)*\"|[!-~&&[^()<>\"\\\\;,=]]+";

	private static final Pattern PART = Pattern.compile("(?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")*");

	private static final Pattern SERVER = Pattern.compile("[ \t]*(" + VALUE + ")[ \t]*(?:1[ \t]*)?");

	private static final Pattern RESULT = Pattern
		.compile("[ \t]*(%1$s)[ \t]*(?:/[ \t]*1[ \t]*)?=[ \t]*(%1$s)(?=[ \t]|$)".formatted(NAME));

	private static final Pattern PROPERTY = Pattern
		.compile("[ \t]+(%1$s)(?:[ \t]*[.][ \t]*(%1$s))?[ \t]*=[ \t]*(%2$s)".formatted(NAME, VALUE));

	private static final Pattern TAG = Pattern.compile("[ \t]*(%s)[ \t]*=(.*)".formatted(NAME));

	private static final Pattern ENTRY = Pattern.compile("[ \t]*([^:]*?[^: \t])[ \t]*:(.*)");

	/** A comment, by its number; no field may hold a control character. */
	private static final Pattern COMMENT = Pattern.compile("\u0001(\\d+)\u0001");

	/** What some servers repeat of the other side's words. */
	private static final Pattern GREETING = Pattern
		.compile("(?is)(?<![^ \t()\\[\\],=])(?:helo|ehlo)(?![^ \t()\\[\\],=]).*");

	private static final Pattern ADDRESS = Pattern
		.compile("(?:[0-9]+[.]){3}[0-9]+|(?i:ipv6:)?[0-9a-fA-F]*:[0-9a-fA-F:]+");

	private OtherReadings() {
	}

	/** Of a check: its method, its outcome and its properties. */
	record Check(String method, String outcome, Map<String, String> properties) {
	}

	/** A field without its comments, each of which leaves its number. */
	private record Bare(String text, List<String> comments) {

		String comment(String mark) {
			return this.comments.get(Integer.parseInt(mark.replace("\u0001", "")));
		}

	}

	record Hop(Set<InetAddress> seen, String by) {
	}

	static Optional<List<Check>> checks(String field) {
		var parts = bare(field).flatMap((bare) -> parts(COMMENT.matcher(bare.text()).replaceAll(" ")));
		if (parts.isEmpty()) {
			return Optional.empty();
		}
		var checks = new ArrayList<Check>();
		var first = true;
		for (var part : parts.get()) {
			var isServer = first && SERVER.matcher(part).matches();
			if (!isServer && !part.matches("[ \\t]*") && !part.strip().equalsIgnoreCase("none")) {
				var check = check(part);
				if (check.isEmpty()) {
					return Optional.empty();
				}
				checks.add(check.get());
			}
			first = false;
		}
		return Optional.of(checks);
	}

	private static Optional<Check> check(String part) {
		var result = RESULT.matcher(part);
		if (!result.lookingAt()) {
			return Optional.empty();
		}
		var properties = new HashMap<String, String>();
		var property = PROPERTY.matcher(part);
		var at = result.end();
		while (!part.substring(at).isBlank()) {
			if (!property.find(at) || property.start() != at) {
				return Optional.empty();
			}
			var name = property.group(1) + ((property.group(2) != null) ? "." + property.group(2) : "");
			properties.put(name.toLowerCase(Locale.ROOT), unquoted(property.group(3)));
			at = property.end();
		}
		return Optional.of(new Check(result.group(1).toLowerCase(Locale.ROOT), result.group(2).toLowerCase(Locale.ROOT),
				properties));
	}

	/** What is between semicolons that stand in no quotes. */
	private static Optional<List<String>> parts(String text) {
		var parts = new ArrayList<String>();
		var part = PART.matcher(text);
		for (var at = 0; at <= text.length(); at = part.end() + 1) {
			part.region(at, text.length());
			if (!part.lookingAt() || part.end() < text.length() && text.charAt(part.end()) != ';') {
				return Optional.empty();
			}
			parts.add(part.group());
		}
		return Optional.of(parts);
	}

	/** The tags of a signature, the last of a name. */
	static Optional<Map<String, String>> tags(String field) {
		var tags = new HashMap<String, String>();
		for (var part : field.split(";")) {
			var tag = TAG.matcher(part);
			if (!tag.matches()) {
				return Optional.empty();
			}
			tags.put(tag.group(1), tag.group(2).replaceAll("^[ \t]+|[ \t]+$", ""));
		}
		return Optional.of(tags);
	}

	/** The values of a report, by their keys in capital letters. */
	static Optional<Map<String, List<String>>> entries(String field) {
		var entries = new HashMap<String, List<String>>();
		for (var part : field.split(";")) {
			var entry = ENTRY.matcher(part);
			if (entry.matches()) {
				entries.computeIfAbsent(capital(entry.group(1)), (_) -> new ArrayList<>())
					.add(capital(entry.group(2).replaceAll("^[ \\t]+|[ \\t]+$", "")));
			}
			else if (!part.matches("[ \\t]*")) {
				return Optional.empty();
			}
		}
		return Optional.of(entries);
	}

	/** Of ASCII: no other letter is one of these in another form. */
	private static String capital(String text) {
		return Pattern.compile("[a-z]").matcher(text).replaceAll((one) -> one.group().toUpperCase(Locale.ROOT));
	}

	/**
	 * A hop with a name it came from and one that wrote it: the addresses in the comments
	 * beside the first, and the second.
	 */
	static Optional<Hop> hop(String field) {
		var bare = bare(field);
		var words = new ArrayDeque<String>();
		bare.ifPresent((one) -> words.addAll(
				List.of(COMMENT.matcher(one.text()).replaceAll(" $0 ").replaceAll(";.*", "").strip().split("[ \t]+"))));
		words.removeIf(String::isEmpty);
		while (isComment(words.peek())) {
			words.remove();
		}
		if (!"from".equalsIgnoreCase(words.poll()) || words.isEmpty() || isComment(words.poll())) {
			return Optional.empty();
		}
		var seen = new LinkedHashSet<InetAddress>();
		while (isComment(words.peek())) {
			seen.addAll(addresses(bare.orElseThrow().comment(words.remove())));
		}
		if (!"by".equalsIgnoreCase(words.poll()) || words.isEmpty() || isComment(words.peek())) {
			return Optional.empty();
		}
		return Optional.of(new Hop(seen, words.remove())).filter((hop) -> hop.by().matches(VALUE));
	}

	private static boolean isComment(@Nullable String word) {
		return word != null && COMMENT.matcher(word).matches();
	}

	private static List<InetAddress> addresses(String comment) {
		return Pattern.compile("[ \t()\\[\\],=]+")
			.splitAsStream(GREETING.matcher(comment).replaceAll(""))
			.filter(ADDRESS.asMatchPredicate())
			.map((word) -> InetAddress.ofLiteral(word.replaceAll("(?i)ipv6:", "")))
			.toList();
	}

	private static String unquoted(String value) {
		return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
	}

	/** Nothing where a comment or a quote has no end. */
	private static Optional<Bare> bare(String field) {
		var text = new StringBuilder();
		var comments = new ArrayList<String>();
		var comment = new StringBuilder();
		var depth = 0;
		var quoted = false;
		for (var at = 0; at < field.length(); at++) {
			var sign = field.charAt(at);
			if (sign == '\\' && (quoted || depth > 0)) {
				if (++at == field.length()) {
					return Optional.empty();
				}
				((depth > 0) ? comment : text.append('\\')).append(field.charAt(at));
				continue;
			}
			quoted ^= sign == '"' && depth == 0;
			if (sign == '(' && !quoted && depth++ == 0) {
				continue;
			}
			if (sign == ')' && !quoted && depth > 0 && --depth == 0) {
				text.append('\u0001').append(comments.size()).append('\u0001');
				comments.add(comment.toString());
				comment.setLength(0);
				continue;
			}
			((depth > 0) ? comment : text).append(sign);
		}
		return (quoted || depth > 0) ? Optional.empty() : Optional.of(new Bare(text.toString(), comments));
	}

}
