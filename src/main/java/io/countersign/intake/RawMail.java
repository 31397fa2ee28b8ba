package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a mail, as often as they are wanted. */
interface RawMail {

	InputStream open() throws IOException;

}
