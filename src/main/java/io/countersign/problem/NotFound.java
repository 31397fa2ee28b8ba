package io.countersign.problem;

/** What the caller named is not there: answered as 404. */
public class NotFound extends RuntimeException {

	/**
	 * @param kind what was looked for, in the API's words
	 * @param name how the caller named it
	 */
	public NotFound(String kind, String name) {
		super("There is no %s %s.".formatted(kind, name));
	}

}
