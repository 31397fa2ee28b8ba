package io.countersign.intake;

/** Where the header of a MIME entity ends: at its first empty line. */
final class HeaderEnd {

	private HeaderEnd() {
	}

	/** The place behind the empty line; below nought where there is none. */
	static int of(byte[] entity) {
		for (var at = 1; at < entity.length; at++) {
			if (entity[at] == '\n'
					&& (entity[at - 1] == '\n' || at > 1 && entity[at - 1] == '\r' && entity[at - 2] == '\n')) {
				return at + 1;
			}
		}
		return -1;
	}

}
