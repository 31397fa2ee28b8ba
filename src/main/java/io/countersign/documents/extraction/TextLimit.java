package io.countersign.documents.extraction;

import java.io.IOException;
import java.io.Writer;

/** Sends text on as it is found, and stops when there is too much of it. */
final class TextLimit extends Writer {

	private static final int GATHERED = 1 << 14;

	private final Answer answer;

	private final StringBuilder gathered = new StringBuilder();

	private final StringBuilder beginning = new StringBuilder();

	private int left;

	TextLimit(Answer answer, int characters) {
		this.answer = answer;
		this.left = characters;
	}

	/** The first of the text, enough to tell its language. */
	String beginning() {
		return this.beginning.toString();
	}

	@Override
	public void write(char[] characters, int offset, int length) throws IOException {
		var count = Math.min(length, this.left);
		this.gathered.append(characters, offset, count);
		this.left -= count;
		if (this.gathered.length() >= GATHERED) {
			flush();
		}
		if (count < length) {
			flush();
			throw new TextLimitReached();
		}
	}

	@Override
	public void flush() throws IOException {
		if (this.beginning.length() < GATHERED) {
			this.beginning.append(this.gathered);
		}
		// Half a surrogate pair waits for its other half.
		var end = this.gathered.length();
		var kept = (end > 0 && Character.isHighSurrogate(this.gathered.charAt(end - 1))) ? 1 : 0;
		this.answer.text(this.gathered.subSequence(0, end - kept));
		this.gathered.delete(0, end - kept);
	}

	@Override
	public void close() throws IOException {
		flush();
	}

	static final class TextLimitReached extends IOException {

		private TextLimitReached() {
			super("The text is too long");
		}

	}

}
