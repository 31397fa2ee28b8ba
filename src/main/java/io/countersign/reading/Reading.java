package io.countersign.reading;

/**
 * What one mail says.
 *
 * @param automatic whether a program wrote it: an absence note, a receipt, a bounce
 */
public record Reading(Language language, OwnWords own, RequestReading request, VerdictReading verdict,
		boolean automatic) {
}
