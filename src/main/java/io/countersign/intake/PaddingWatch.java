package io.countersign.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Notices base64 that goes on behind its padding, or has other signs among its own: some
 * readers stop there and others do not.
 */
class PaddingWatch extends FilterInputStream {

	/** What each byte is, by its value: most of a large mail passes through here. */
	private static final byte[] KINDS = kinds();

	private static final byte OF_BASE64 = 0;

	private static final byte PADDING = 1;

	private static final byte SPACE = 2;

	private static final byte FOREIGN = 3;

	private boolean padded;

	private boolean goesOn;

	private boolean mixed;

	PaddingWatch(InputStream in) {
		super(in);
	}

	boolean goesOn() {
		return this.goesOn;
	}

	/** Whether signs stand in it that base64 does not have (RFC 2045 section 6.8). */
	boolean isMixed() {
		return this.mixed;
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		var count = super.read(target, offset, length);
		for (var index = offset; index < offset + count; index++) {
			var kind = KINDS[target[index] & 0xff];
			if (kind != OF_BASE64 || this.padded) {
				notice(kind);
			}
		}
		return count;
	}

	private void notice(byte kind) {
		if (kind == PADDING) {
			this.padded = true;
		}
		else if (kind != SPACE) {
			this.goesOn |= this.padded;
			this.mixed |= kind == FOREIGN;
		}
	}

	private static byte[] kinds() {
		var kinds = new byte[256];
		for (var value = 0; value < kinds.length; value++) {
			kinds[value] = (value == '=') ? PADDING : (value <= ' ') ? SPACE : isOfBase64(value) ? OF_BASE64 : FOREIGN;
		}
		return kinds;
	}

	private static boolean isOfBase64(int sign) {
		return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '+'
				|| sign == '/';
	}

}
