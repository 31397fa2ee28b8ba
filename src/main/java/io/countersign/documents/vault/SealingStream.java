package io.countersign.documents.vault;

import java.io.IOException;
import java.io.InputStream;

/** Encrypts a content while it is read. */
public final class SealingStream extends InputStream {

	private static final int SEALED = ContentCipher.CHUNK + ContentCipher.TAG;

	private final InputStream plain;

	private final ContentCipher cipher;

	private final long size;

	private final byte[] buffer = new byte[ContentCipher.CHUNK];

	private byte[] sealed = {};

	private int position;

	private long next;

	/**
	 * @param size of the content before it is encrypted
	 */
	public SealingStream(InputStream plain, ContentCipher cipher, long size) {
		this.plain = plain;
		this.cipher = cipher;
		this.size = size;
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.sealed[this.position++] & 0xff : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		var count = Math.min(length, this.sealed.length - this.position);
		System.arraycopy(this.sealed, this.position, target, offset, count);
		this.position += count;
		return count;
	}

	/** Whole chunks are passed over without being encrypted. */
	@Override
	public long skip(long count) throws IOException {
		var skipped = Math.min(Math.max(0, count), this.sealed.length - this.position);
		this.position += (int) skipped;
		var whole = Math.min((count - skipped) / SEALED, Math.max(0, this.size / ContentCipher.CHUNK - this.next));
		if (whole > 0) {
			this.plain.skipNBytes(whole * ContentCipher.CHUNK);
			this.next += whole;
			skipped += whole * SEALED;
		}
		if (skipped < count && fill()) {
			var rest = Math.min(count - skipped, this.sealed.length - this.position);
			this.position += (int) rest;
			skipped += rest;
		}
		return skipped;
	}

	private boolean fill() throws IOException {
		if (this.position < this.sealed.length) {
			return true;
		}
		var from = this.next * ContentCipher.CHUNK;
		if (this.next > 0 && from >= this.size) {
			return false;
		}
		var count = (int) Math.min(ContentCipher.CHUNK, this.size - from);
		if (this.plain.readNBytes(this.buffer, 0, count) != count) {
			throw new IOException("What is to be encrypted ends early.");
		}
		this.sealed = this.cipher.seal(this.next++, this.buffer, count);
		this.position = 0;
		return true;
	}

	@Override
	public void close() throws IOException {
		this.plain.close();
	}

}
