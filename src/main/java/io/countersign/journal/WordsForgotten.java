package io.countersign.journal;

import java.util.Map;

/**
 * What people wrote in the entries of a stream is forgotten up to here.
 *
 * @param upTo the position of the last entry that had words
 */
record WordsForgotten(String stream, long upTo) implements Journaled {

	static final String TYPE = "words.forgotten";

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public String key() {
		return "forgotten/" + this.upTo;
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of();
	}

}
