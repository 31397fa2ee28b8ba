package io.countersign.documents.s3;

import java.io.IOException;
import java.io.InputStream;

/** Opens what is to be stored from its first byte, as often as wanted. */
@FunctionalInterface
public interface Opening {

	InputStream open() throws IOException;

}
