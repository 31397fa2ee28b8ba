package io.countersign.reading;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an automatic reply says about its owner being away.
 *
 * @param lastDay the last day of it
 * @param until the sentence that says so
 * @param standIn whom it names to turn to
 */
public record AbsenceReading(LocalDate lastDay, Clue until, Optional<StandIn> standIn) {

	/**
	 * Somebody named as a way round.
	 *
	 * @param name as written; all of them where several are named
	 * @param address where one stands beside the name
	 * @param single whether it is one person
	 */
	public record StandIn(String name, Optional<String> address, boolean single, Clue clue) {
	}

}
