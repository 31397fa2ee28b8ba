package io.countersign.documents.vault;

import org.jspecify.annotations.Nullable;

/** What is to be decrypted is not what was encrypted. */
public final class Tampered extends IllegalStateException {

	Tampered(String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
	}

}
