package io.countersign.documents.scan;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The scanner gave no answer that could be relied on. It is to be asked again. */
public class ScannerUnavailable extends IOException {

	ScannerUnavailable(String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
	}

}
