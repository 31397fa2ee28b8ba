package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.countersign.intake.Evidence.Calendar;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * What one calendar of a mail says it does, in its type and in itself (RFC 5546 section
 * 1.4). Programs look at one of the two, so an answer in either is an answer; and what is
 * not said plainly is not known.
 */
final class CalendarMethods {

	private static final Set<String> TELLING = Set.of("REQUEST", "PUBLISH");

	private static final Pattern ANSWERING = Pattern.compile("REPLY|COUNTER");

	private static final Pattern NO_LETTER = Pattern.compile("[^A-Z]");

	private static final Pattern PLAIN_LINE = Pattern.compile("METHOD:\\s*+([a-z]++)\\s*+", Pattern.CASE_INSENSITIVE);

	private static final Pattern LINE = Pattern.compile("METHOD(?![a-z0-9-])(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NAMED = Pattern.compile("method", Pattern.CASE_INSENSITIVE);

	private static final Pattern ENCODED = Pattern.compile("%([0-9a-f]{2})", Pattern.CASE_INSENSITIVE);

	private static final String EXTENDED = "method*";

	private final Set<String> told = new HashSet<>();

	private boolean begun;

	private boolean answers;

	private boolean unclear;

	/** Something of it cannot be read. */
	void unreadable() {
		this.unclear = true;
	}

	/** The type of the part, as it is written. */
	void declared(String contentType) {
		var parameters = RawFieldParser.DEFAULT
			.parseRawBody(new RawField("Content-Type", contentType.replaceAll("[\\r\\n]", " ")))
			.getParams();
		var plain = parameters.stream().filter((one) -> one.getName().equalsIgnoreCase("method")).toList();
		var extended = parameters.stream()
			.filter((one) -> one.getName().toLowerCase(Locale.ROOT).startsWith(EXTENDED))
			.toList();
		plain.forEach((one) -> add(StoredText.decodeHeader(one.getValue())));
		if (!extended.isEmpty()) {
			add(joined(extended));
			this.unclear = true;
		}
		if (NAMED.matcher(contentType).results().count() != plain.size()) {
			// A comment, a name or a broken quotation: who reads it otherwise finds
			// another one.
			this.unclear = true;
			this.answers |= Pattern.compile("METHOD(?:REPLY|COUNTER|DECLINECOUNTER)")
				.matcher(letters(contentType))
				.find();
		}
	}

	/** A line of the calendar, unfolded or as it stands, without space around it. */
	void line(String line) {
		this.begun |= line.equalsIgnoreCase("BEGIN:VCALENDAR");
		var plain = PLAIN_LINE.matcher(line);
		if (plain.matches()) {
			add(plain.group(1));
			return;
		}
		var odd = LINE.matcher(line);
		if (odd.matches()) {
			this.unclear = true;
			add(odd.group(1));
		}
	}

	/**
	 * @param beside whether it lies beside the text of the mail
	 * @param attached whether the mail says that it is a file
	 */
	Calendar calendar(boolean beside, boolean attached) {
		if (this.answers) {
			return Calendar.ANSWER;
		}
		if (!beside) {
			return Calendar.INVITATION;
		}
		return (attached && this.begun && !this.unclear && this.told.size() == 1) ? Calendar.FILE : Calendar.UNCLEAR;
	}

	private void add(String method) {
		this.answers |= ANSWERING.matcher(letters(method)).find();
		var plain = method.strip().toUpperCase(Locale.ROOT);
		this.unclear |= !TELLING.contains(plain);
		this.told.add(plain);
	}

	/** RFC 2231: its pieces in their order, which need not be that of the field. */
	private static String joined(List<NameValuePair> pieces) {
		var written = pieces.stream()
			.sorted(Comparator.comparing((piece) -> piece.getName().replaceAll("\\D", ""),
					Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
			.map(NameValuePair::getValue)
			.collect(Collectors.joining());
		var value = written.substring(written.lastIndexOf('\'') + 1);
		return ENCODED.matcher(value)
			.replaceAll((octet) -> new String(new byte[] { (byte) Integer.parseInt(octet.group(1), 16) },
					StandardCharsets.US_ASCII)
				.replaceAll("[\\\\$]", ""));
	}

	private static String letters(String text) {
		return NO_LETTER.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
	}

}
