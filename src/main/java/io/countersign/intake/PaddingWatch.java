package io.countersign.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Notices base64 that goes on behind its padding: some readers stop there and others do
 * not.
 */
class PaddingWatch extends FilterInputStream {

	private boolean padded;

	private boolean goesOn;

	PaddingWatch(InputStream in) {
		super(in);
	}

	boolean goesOn() {
		return this.goesOn;
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
			else if (this.padded && target[index] > ' ') {
				this.goesOn = true;
			}
		}
		return count;
	}

}
