package io.countersign.intake;

/** Where the header of a MIME entity ends: at its first empty line. */
final class HeaderEnd {

	private HeaderEnd() {
	}

	/**
	 * The place behind the empty line; below nought where there is none.
	 * @param entity one character a byte
	 */
	static int of(String entity) {
		var plain = entity.indexOf("\n\n");
		var crlf = entity.indexOf("\n\r\n");
		if (crlf >= 0 && (plain < 0 || crlf < plain)) {
			return crlf + "\n\r\n".length();
		}
		return (plain < 0) ? plain : plain + "\n\n".length();
	}

}
