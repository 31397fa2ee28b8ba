package io.countersign.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** What an author's clock said, in the many ways mail programs write it. */
final class MailDate {

	private static final int LONGEST = 200;

	/** No place on earth is farther from Greenwich. */
	private static final int FARTHEST = 14;

	private static final int LATEST_HOUR = 23;

	private static final int LATEST_MINUTE = 59;

	private static final Pattern TIME = Pattern.compile("(?<![0-9])([0-9]{1,2}) ?: ?([0-9]{1,2})");

	private static final Pattern ZONE = Pattern.compile("[+-]([0-9]{2})[0-9]{2}(?![0-9])");

	private MailDate() {
	}

	static Optional<Instant> parse(String written) {
		if (written.length() > LONGEST || isTwo(written) || isNowhere(written) || isNoTime(written)) {
			return Optional.empty();
		}
		var field = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", written.replace('\t', ' ')),
				DecodeMonitor.SILENT);
		return Optional.ofNullable(field.getDate()).map((date) -> Instant.ofEpochMilli(date.getTime()));
	}

	private static boolean isNoTime(String written) {
		return TIME.matcher(written)
			.results()
			.anyMatch((time) -> Integer.parseInt(time.group(1)) > LATEST_HOUR
					|| Integer.parseInt(time.group(2)) > LATEST_MINUTE);
	}

	/** One comma stands behind the day of the week, and another begins another date. */
	private static boolean isTwo(String written) {
		return written.indexOf(',') != written.lastIndexOf(',');
	}

	private static boolean isNowhere(String written) {
		return ZONE.matcher(written).results().anyMatch((zone) -> Integer.parseInt(zone.group(1)) > FARTHEST);
	}

}
