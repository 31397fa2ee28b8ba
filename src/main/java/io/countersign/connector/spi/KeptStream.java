package io.countersign.connector.spi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an item on their way, which may take longer than a claim lasts: with each
 * piece it is said that the reading goes on.
 */
public final class KeptStream extends FilterInputStream {

	private final Runnable goingOn;

	public KeptStream(InputStream in, Runnable goingOn) {
		super(in);
		this.goingOn = goingOn;
	}

	@Override
	public int read() throws IOException {
		this.goingOn.run();
		return super.read();
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		this.goingOn.run();
		return super.read(target, offset, length);
	}

}
