package io.countersign.problem;

/** The call was understood but what it names is past that state: answered as 409. */
public class Conflict extends RuntimeException {

	public Conflict(String sentence) {
		super(sentence);
	}

}
