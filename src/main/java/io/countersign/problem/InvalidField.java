package io.countersign.problem;

/** A value of the call cannot be used: answered as 400 with the field's name. */
public class InvalidField extends RuntimeException {

	private final String field;

	/**
	 * @param field the parameter, header or JSON path as the caller wrote it
	 * @param sentence what is allowed there
	 */
	public InvalidField(String field, String sentence) {
		super(sentence);
		this.field = field;
	}

	public String field() {
		return this.field;
	}

}
