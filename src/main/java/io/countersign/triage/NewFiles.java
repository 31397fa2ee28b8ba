package io.countersign.triage;

/** What files that a requester sends are to those he has asked about. */
enum NewFiles {

	/** He sends none, or not to whom he has asked. */
	NONE,

	/** None of them is another version of what he has asked about. */
	BESIDE,

	/** One may be, and its text will tell in a moment. */
	UNREAD,

	/** One is another version, or may be. */
	REVISION

}
