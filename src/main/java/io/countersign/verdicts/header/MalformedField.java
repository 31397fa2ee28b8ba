package io.countersign.verdicts.header;

/** A field does not follow its grammar; it never leaves this package. */
class MalformedField extends RuntimeException {

	MalformedField() {
		super("The field does not follow its grammar", null, false, false);
	}

}
