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

	/**
	 * Whether it is called so; a name that ends with a dash stands for all that begin so.
	 */
	public boolean isAmong(String names) {
		return names.endsWith("-") ? this.name.regionMatches(true, 0, names, 0, names.length()) : is(names);
	}

}
