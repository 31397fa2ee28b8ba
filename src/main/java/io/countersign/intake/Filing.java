package io.countersign.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an item came into its folder, by what its owner cannot write.
 *
 * @param notBefore it was not there before this: by the provider's word on when it was
 * made, else because we had looked and not seen it
 * @param delivered it bears the marks of a delivery, so nobody has filed it while sending
 */
public record Filing(Optional<Instant> notBefore, boolean delivered) {

	/** What nobody has looked at. */
	public static final Filing UNKNOWN = new Filing(Optional.empty(), false);

	/** What is put on a mail when it is carried or delivered (RFC 5321 section 4.4). */
	private static final Set<String> MARKS = Set.of("Received", "Return-Path", "Delivered-To", "X-Original-To");

	/** By the header of this copy, which may be another than that of the first one. */
	public static boolean isDelivered(List<HeaderField> header) {
		return header.stream().anyMatch((field) -> MARKS.stream().anyMatch(field::is));
	}

}
