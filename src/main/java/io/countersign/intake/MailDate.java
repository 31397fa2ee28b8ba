package io.countersign.intake;

import java.time.Instant;
import java.util.Optional;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** What an author's clock said, in the many ways mail programs write it. */
final class MailDate {

	private static final int LONGEST = 200;

	private MailDate() {
	}

	static Optional<Instant> parse(String written) {
		if (written.length() > LONGEST) {
			return Optional.empty();
		}
		var field = DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", written.replace('\t', ' ')),
				DecodeMonitor.SILENT);
		return Optional.ofNullable(field.getDate()).map((date) -> Instant.ofEpochMilli(date.getTime()));
	}

}
