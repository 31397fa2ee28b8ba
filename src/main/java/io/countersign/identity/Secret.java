package io.countersign.identity;

/** A secret of the configuration, which shows nothing when it is printed. */
public record Secret(String value) {

	/** Named so that configuration can be bound to it. */
	public static Secret valueOf(String value) {
		return new Secret(value);
	}

	@Override
	public String toString() {
		return "(secret)";
	}

}
