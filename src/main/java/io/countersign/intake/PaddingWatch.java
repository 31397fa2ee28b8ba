package io.countersign.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Notices base64 that goes on behind its padding, or has other signs among its own: some
 * readers stop there and others do not.
 */
class PaddingWatch extends FilterInputStream {

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
			if (target[index] == '=') {
				this.padded = true;
			}
			else if (target[index] > ' ' || target[index] < 0) {
				this.goesOn |= this.padded;
				this.mixed |= !isOfBase64(target[index]);
			}
		}
		return count;
	}

	private static boolean isOfBase64(byte sign) {
		return sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '+'
				|| sign == '/';
	}

}
