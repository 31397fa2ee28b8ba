package io.countersign.reading;

import java.util.List;
import java.util.regex.Pattern;

/** The numbered points of a mail. One number alone is a date or a sum. */
final class Points {

	private static final Pattern POINT = Pattern.compile("^[ \\t]{0,8}(\\d{1,2}|[a-hA-H])[.):][ \\t]{1,8}(\\S.*)$",
			Pattern.MULTILINE);

	private static final int MOST = 50;

	private static final int LONGEST = 500;

	private Points() {
	}

	static List<RequestReading.Item> of(String text) {
		var points = POINT.matcher(text)
			.results()
			.limit(MOST)
			.map((point) -> new RequestReading.Item(point.group(1), shortened(point.group(2).strip())))
			.toList();
		return (points.size() > 1) ? points : List.of();
	}

	private static String shortened(String words) {
		return words.substring(0, Math.min(LONGEST, words.length()));
	}

}
