package io.countersign.documents;

/** What the store gives is not what was stored. It is never delivered. */
final class ContentChanged extends IllegalStateException {

	ContentChanged(String sentence) {
		super(sentence);
	}

	ContentChanged(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
