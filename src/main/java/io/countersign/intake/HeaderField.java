package io.countersign.intake;

/**
 * One field of a mail's header as it was written.
 *
 * @param name as written, without what stands between it and the colon
 * @param value unfolded; a byte that is not ASCII is the character of the same number
 */
public record HeaderField(String name, String value) {

	public boolean is(String other) {
		return this.name.equalsIgnoreCase(other);
	}

}
