package io.countersign.triage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.intake.MessageId;

/**
 * A message somebody has to look at.
 *
 * @param reason what is in doubt
 * @param likely the case it may belong to
 */
public record Review(MessageId message, String reason, Optional<CaseId> likely, Instant since) {

	private static final DateTimeFormatter PLACE = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSSSSS")
		.withZone(ZoneOffset.UTC);

	static final String REFUSED = "It was refused: ";

	/** Where it stands on the list: as the database says it, to the microsecond. */
	String place() {
		return PLACE.format(this.since) + this.message.value();
	}

	/** Whether it looks forged, so that only two people together let it through. */
	public boolean isRefused() {
		return this.reason.startsWith(REFUSED);
	}

}
