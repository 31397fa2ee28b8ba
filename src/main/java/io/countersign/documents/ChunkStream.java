package io.countersign.documents;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a large file chunk by chunk; a skipped chunk is not fetched. */
class ChunkStream extends InputStream {

	private final long size;

	private final int chunkSize;

	private final IntFunction<byte[]> chunks;

	private long position;

	private byte[] chunk = {};

	private int loaded = -1;

	ChunkStream(long size, long offset, int chunkSize, IntFunction<byte[]> chunks) {
		this.size = size;
		this.chunkSize = chunkSize;
		this.position = Math.min(offset, size);
		this.chunks = chunks;
	}

	@Override
	public int read() {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) {
		if (length == 0) {
			return 0;
		}
		if (this.position >= this.size) {
			return -1;
		}
		load();
		var start = (int) (this.position % this.chunkSize);
		var count = Math.min(length, this.chunk.length - start);
		System.arraycopy(this.chunk, start, target, offset, count);
		this.position += count;
		return count;
	}

	/**
	 * Fetches what is read next, so that a store that is away is known before it is read.
	 */
	ChunkStream load() {
		var number = (int) (this.position / this.chunkSize);
		if (this.position < this.size && number != this.loaded) {
			this.chunk = this.chunks.apply(number);
			this.loaded = number;
		}
		return this;
	}

	@Override
	public long skip(long count) {
		var skipped = Math.clamp(count, 0, this.size - this.position);
		this.position += skipped;
		return skipped;
	}

	@Override
	public int available() {
		return (int) Math.min(Integer.MAX_VALUE, this.size - this.position);
	}

}
