package io.countersign.problem;

import org.jspecify.annotations.Nullable;

/** Something that the call needs does not answer: answered as 503. */
public class Away extends RuntimeException {

	public Away(String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
	}

}
