package io.countersign.connector.graph;

/** Graph has forgotten a place in a folder: the folder is walked from its beginning. */
class StateLost extends RuntimeException {

	StateLost(String sentence) {
		super(sentence);
	}

}
