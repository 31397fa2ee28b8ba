package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Times as Graph writes them from day to day: with no to seven digits of a second, in UTC
 * or with an offset.
 */
final class Timestamps {

	private static final Pattern TIME = Pattern
		.compile("(\"(?:received|sent|created|lastModified)DateTime\":\")([^\"]+)\"");

	private static final int FORMS = 8;

	private static final ZoneOffset ELSEWHERE = ZoneOffset.ofHoursMinutes(5, 30);

	private Timestamps() {
	}

	/** The same times, each in the form that its second chooses. */
	static Answer inManyForms(Answer answer) {
		if (!answer.headers().getOrDefault("Content-Type", "").startsWith("application/json")) {
			return answer;
		}
		var json = new String(answer.body(), StandardCharsets.UTF_8);
		var written = TIME.matcher(json)
			.replaceAll((time) -> time.group(1) + other(Instant.parse(time.group(2))) + "\"");
		return new Answer(answer.status(), answer.headers(), written.getBytes(StandardCharsets.UTF_8));
	}

	private static String other(Instant time) {
		var digits = (int) (time.getEpochSecond() % FORMS);
		var offset = (digits % 2 == 0) ? ZoneOffset.UTC : ELSEWHERE;
		var local = time.atOffset(offset).toLocalDateTime().withNano(0).toString();
		var whole = (local.length() == "2026-11-24T09:00".length()) ? local + ":00" : local;
		var fraction = (digits == 0) ? "" : "." + "0".repeat(digits);
		return whole + fraction + offset.getId();
	}

}
