package io.countersign.documents;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a large file chunk by chunk; a skipped chunk is not fetched. */
class ChunkStream extends InputStream {

	private final long size;

	private final IntFunction<byte[]> chunks;

	private long position;

	private byte[] chunk = {};

	private int loaded = -1;

	ChunkStream(long size, long offset, IntFunction<byte[]> chunks) {
		this.size = size;
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
		if (this.position >= this.size) {
			return -1;
		}
		var number = (int) (this.position / BlobRepository.CHUNK);
		if (number != this.loaded) {
			this.chunk = this.chunks.apply(number);
			this.loaded = number;
		}
		var start = (int) (this.position % BlobRepository.CHUNK);
		var count = Math.min(length, this.chunk.length - start);
		System.arraycopy(this.chunk, start, target, offset, count);
		this.position += count;
		return count;
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
