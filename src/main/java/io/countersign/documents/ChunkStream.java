package io.countersign.documents;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.IntFunction;

/**
 * Reads a large file chunk by chunk; a skipped chunk is not fetched. Of a file that is
 * read whole the last chunk is given out only when all of them are what was hashed.
 */
class ChunkStream extends InputStream {

	private final DocumentId id;

	private final long size;

	private final int chunkSize;

	private final IntFunction<byte[]> chunks;

	private final MessageDigest hash = Spool.sha256();

	private int hashed;

	private long position;

	private byte[] chunk = {};

	private int loaded = -1;

	ChunkStream(DocumentId id, long size, long offset, int chunkSize, IntFunction<byte[]> chunks) {
		this.id = id;
		this.size = size;
		this.chunkSize = chunkSize;
		this.position = Math.min(offset, size);
		this.chunks = chunks;
	}

	/**
	 * @throws ContentChanged when these bytes are others than those that were hashed
	 */
	static void check(DocumentId id, byte[] bytes) {
		check(id, Spool.sha256(), bytes);
	}

	private static void check(DocumentId id, MessageDigest hash, byte[] last) {
		if (!DocumentId.of(hash.digest(last)).equals(id)) {
			throw new ContentChanged("The bytes of %s are not what was stored".formatted(id));
		}
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
			var next = this.chunks.apply(number);
			var from = (long) number * this.chunkSize;
			if (next.length != Math.min(this.chunkSize, this.size - from)) {
				throw new ContentChanged("The bytes of %s are not what was stored".formatted(this.id));
			}
			hash(number, next, from + next.length == this.size);
			this.chunk = next;
			this.loaded = number;
		}
		return this;
	}

	private void hash(int number, byte[] next, boolean isLast) {
		if (number == this.hashed) {
			this.hashed++;
			if (isLast) {
				check(this.id, this.hash, next);
			}
			else {
				this.hash.update(next);
			}
		}
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
