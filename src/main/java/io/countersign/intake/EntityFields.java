package io.countersign.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

import io.countersign.intake.Evidence.Defect;

/**
 * Finds what makes two readings of one part possible: a content field or one of its
 * parameters given twice, or what decides about the reading of a text written in the way
 * of RFC 2231, which not every program knows (IN-13).
 */
class EntityFields {

	private static final Set<String> SINGLE = Set.of("content-type", "content-transfer-encoding",
			"content-disposition");

	/** A comment before a value, which some take for a part of it; or no boundary. */
	private static final Pattern UNCLEAR = Pattern.compile("(?i)=\\s*+\\(|boundary\\s*+=\\s*+(?:\"\\s*+\"|;|$)");

	private final Set<Defect> defects;

	private final Set<String> seen = new HashSet<>();

	private final List<String> types = new ArrayList<>();

	EntityFields(Set<Defect> defects) {
		this.defects = defects;
	}

	/** The types of the entity whose header was inspected last, as they are written. */
	List<String> types() {
		return List.copyOf(this.types);
	}

	void begin() {
		this.seen.clear();
		this.types.clear();
	}

	void inspect(Field field) {
		var name = field.getName().toLowerCase(Locale.ROOT);
		if (name.equals("content-type")) {
			this.types.add(field.getBody());
		}
		if (SINGLE.contains(name) && (!this.seen.add(name) || repeatsParameter(field.getBody()))) {
			this.defects.add(Defect.AMBIGUOUS);
		}
		if (SINGLE.contains(name) && UNCLEAR.matcher(field.getBody()).find()) {
			this.defects.add(Defect.AMBIGUOUS);
		}
	}

	private static boolean repeatsParameter(String body) {
		var names = new HashSet<String>();
		return RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", body.replaceAll("[\\r\\n]", " ")))
			.getParams()
			.stream()
			.map(NameValuePair::getName)
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.anyMatch((name) -> !names.add(name) || name.startsWith("boundary*") || name.startsWith("charset*"));
	}

}
