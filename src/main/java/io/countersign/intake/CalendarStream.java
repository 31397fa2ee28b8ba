package io.countersign.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads along in a calendar and hands on its lines, each as it stands and each as it is
 * when it has been unfolded (RFC 5545 section 3.1). It keeps one line, however long the
 * calendar is.
 */
final class CalendarStream extends InputStream {

	private static final int LONGEST = 500;

	private static final int ASCII = 127;

	private final InputStream content;

	private final CalendarMethods methods;

	private final StringBuilder line = new StringBuilder();

	private final StringBuilder unfolded = new StringBuilder();

	private boolean atEnd;

	CalendarStream(InputStream content, CalendarMethods methods) {
		this.content = content;
		this.methods = methods;
	}

	@Override
	public int read() throws IOException {
		var one = this.content.read();
		if (one >= 0) {
			look(one);
		}
		return one;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		var count = this.content.read(bytes, offset, length);
		for (var index = offset; index < offset + count; index++) {
			look(bytes[index] & 0xff);
		}
		return count;
	}

	/** Nothing more comes. */
	void end() {
		endLine();
		endUnfolded();
	}

	/** The signs of wider charsets and of their beginning fall out. */
	private void look(int sign) {
		if (sign == 0 || sign > ASCII) {
			return;
		}
		if (sign == '\r' || sign == '\n') {
			endLine();
			this.atEnd = true;
			return;
		}
		if (this.atEnd) {
			this.atEnd = false;
			if (sign == ' ' || sign == '\t') {
				return;
			}
			endUnfolded();
		}
		append(this.line, sign);
		append(this.unfolded, sign);
	}

	private void endLine() {
		this.methods.line(this.line.toString().strip());
		this.line.setLength(0);
	}

	private void endUnfolded() {
		this.methods.line(this.unfolded.toString().strip());
		this.unfolded.setLength(0);
	}

	private static void append(StringBuilder text, int sign) {
		if (text.length() < LONGEST) {
			text.append((char) sign);
		}
	}

}
