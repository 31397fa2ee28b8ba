package io.countersign.protection;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody has asked to read something, and was answered so or so.
 *
 * @param person his address; of a program the id it has with the identity provider
 * @param caseId nothing where it is in none, or in more than one
 * @param subject the message or the SHA-256 of the file
 * @param door method and path, without its values
 * @param status of the answer; nothing where it broke off
 */
public record Access(long position, Instant at, String person, Purpose purpose, Kind kind, Optional<String> caseId,
		Optional<String> subject, String door, Optional<Integer> status) {

	/** What is read. */
	public enum Kind {

		/** Titles, people and states of many cases. */
		LIST,

		/** What stands in a case. */
		CASE,

		/** A mail as it came. */
		MESSAGE,

		/** A file, or its text. */
		FILE,

		/** Places of many cases where words were found; the words are not noted. */
		SEARCH,

		/** What is taken out as a whole. */
		EXPORT

	}

	/** Why somebody may. */
	public enum Purpose {

		/** He has a part in the case, or answers for somebody who has. */
		OWN_CASE,

		/** He looks after all cases. */
		SECRETARIAT,

		/** He audits, or protects data. */
		AUDIT,

		/** A program of the organisation works for it. */
		PROGRAM,

		/** None of these: it is his own list, or he was turned away. */
		OTHER

	}

}
