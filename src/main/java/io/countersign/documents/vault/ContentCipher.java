package io.countersign.documents.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts one content in chunks, so that any of them is decrypted without the others. A
 * nonce says which chunk it is and whether it is the last, and each chunk names the
 * content: none can be changed, moved, left out or put into another content without being
 * found. A data key encrypts one content only, so a nonce never serves twice.
 */
public final class ContentCipher {

	/** What one tag protects, before it is encrypted. */
	public static final int CHUNK = 1 << 16;

	/** How much longer a chunk is when it is encrypted. */
	public static final int TAG = Key.TAG_BITS / Byte.SIZE;

	private final Key key;

	private final byte[] content;

	private final long chunks;

	private final Cipher cipher;

	/**
	 * @param sha256 of the whole content as it is read
	 */
	public ContentCipher(Key key, byte[] sha256, long size) {
		this.key = key;
		this.content = ByteBuffer.allocate(sha256.length + Long.BYTES).put(sha256).putLong(size).array();
		this.chunks = chunks(size);
		try {
			this.cipher = Cipher.getInstance(Key.CIPHER);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How long so many bytes are when they are encrypted. Nothing is one chunk too. */
	public static long sealedSize(long size) {
		return size + TAG * chunks(size);
	}

	private static long chunks(long size) {
		return Math.max(1, Math.ceilDiv(size, CHUNK));
	}

	/**
	 * Encrypts a stretch of the content.
	 * @param first the number of its first chunk
	 */
	public byte[] seal(long first, byte[] plain, int length) {
		var sealed = new byte[(int) sealedSize(length)];
		var chunk = first;
		var from = 0;
		var to = 0;
		do {
			var count = Math.min(CHUNK, length - from);
			to += run(Cipher.ENCRYPT_MODE, chunk++, plain, from, count, sealed, to);
			from += count;
		}
		while (from < length);
		return sealed;
	}

	/**
	 * Decrypts a stretch of the content.
	 * @param first the number of its first chunk
	 * @throws Tampered when it is not what was encrypted there; nothing of it is given
	 * out then
	 */
	public byte[] open(long first, byte[] sealed) {
		var count = Math.ceilDiv(sealed.length, CHUNK + TAG);
		if (sealed.length < count * TAG || count == 0) {
			throw new Tampered("What is encrypted ends early", null);
		}
		var plain = new byte[sealed.length - count * TAG];
		var to = 0;
		for (var number = 0; number < count; number++) {
			var from = number * (CHUNK + TAG);
			to += run(Cipher.DECRYPT_MODE, first + number, sealed, from, Math.min(CHUNK + TAG, sealed.length - from),
					plain, to);
		}
		return plain;
	}

	private int run(int mode, long chunk, byte[] in, int from, int length, byte[] out, int to) {
		try {
			this.cipher.init(mode, this.key.secret(), new GCMParameterSpec(Key.TAG_BITS, nonce(chunk)));
			this.cipher.updateAAD(this.content);
			return this.cipher.doFinal(in, from, length, out, to);
		}
		catch (GeneralSecurityException ex) {
			throw new Tampered("Chunk %d is not what was encrypted".formatted(chunk), ex);
		}
	}

	private byte[] nonce(long chunk) {
		return ByteBuffer.allocate(Key.NONCE).putLong(chunk).putInt((chunk == this.chunks - 1) ? 1 : 0).array();
	}

}
