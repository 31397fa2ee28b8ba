package io.countersign.scenario;

/** Somebody who writes and receives mail. */
public interface Correspondent {

	String displayName();

	String address();

	/** The mailbox form {@code Name <address>} of RFC 5322. */
	default String mailbox() {
		return "%s <%s>".formatted(displayName(), address());
	}

	static Correspondent of(String displayName, String address) {
		return new Named(displayName, address);
	}

	/** A correspondent outside the cast. */
	record Named(String displayName, String address) implements Correspondent {
	}

}
