package io.countersign.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * The fields of a mail's header that say how its content is built. Where the mail gives
 * several types or boundaries, each is one reading.
 */
final class ContentHeader {

	private static final int MOST_READINGS = 4;

	/** RFC 2045 section 5.2. */
	private static final String PLAIN = "Content-Type: text/plain\r\n";

	private static final List<String> OTHERS = List.of("Content-Transfer-Encoding", "Content-Disposition",
			"Content-ID");

	private ContentHeader() {
	}

	/** At least one, the first of everything first. */
	static List<String> readings(Header header) {
		var others = new StringBuilder();
		for (var name : OTHERS) {
			header.all(name).stream().limit(1).forEach((value) -> append(others, name, value));
		}
		var types = header.all("Content-Type")
			.stream()
			.flatMap(ContentHeader::variants)
			.distinct()
			.limit(MOST_READINGS);
		var readings = new ArrayList<String>();
		types.forEach((type) -> readings.add("Content-Type: " + type + "\r\n" + others));
		return readings.isEmpty() ? List.of(PLAIN + others) : readings;
	}

	private static Stream<String> variants(String type) {
		var body = RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", type));
		Set<String> boundaries = new LinkedHashSet<>();
		body.getParams()
			.stream()
			.filter((parameter) -> parameter.getName().equalsIgnoreCase("boundary"))
			.map(NameValuePair::getValue)
			.forEach(boundaries::add);
		return (boundaries.size() < 2) ? Stream.of(type) : boundaries.stream()
			.map((boundary) -> "%s; boundary=\"%s\"".formatted(body.getValue(), boundary.replace("\"", "\\\"")));
	}

	private static void append(StringBuilder header, String name, String value) {
		header.append(name).append(": ").append(value).append("\r\n");
	}

}
