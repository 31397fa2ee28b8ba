package io.countersign.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream, and the work on it, where a limit is reached. */
class BoundedStream extends FilterInputStream {

	/** What base64 adds: four bytes and a share of the line end for three. */
	private static final double ENCODED = 1.4;

	private final ParsingTime time;

	private long left;

	BoundedStream(InputStream in, Limits limits, ParsingTime time) {
		super(in);
		this.left = (long) (limits.message().toBytes() * ENCODED);
		this.time = time;
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		var count = super.read(target, offset, length);
		this.left -= Math.max(0, count);
		if (this.left < 0) {
			throw new LimitReached("The mail is larger than what is taken in; the rest of it was left out.");
		}
		this.time.goOn();
		return count;
	}

	/** Says in a sentence what was left out. */
	static final class LimitReached extends IOException {

		LimitReached(String sentence) {
			super(sentence);
		}

	}

}
