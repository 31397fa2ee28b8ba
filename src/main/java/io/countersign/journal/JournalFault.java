package io.countersign.journal;

import java.util.Map;

/**
 * The journal is not what was written. This entry marks from where on that is known.
 *
 * @param sentence the first thing that is wrong
 */
record JournalFault(long entries, String sentence) implements Journaled {

	@Override
	public String stream() {
		return "journal";
	}

	@Override
	public String key() {
		return "fault/" + this.sentence;
	}

	@Override
	public String type() {
		return "journal.fault-found";
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("entries", this.entries, "fault", this.sentence);
	}

}
