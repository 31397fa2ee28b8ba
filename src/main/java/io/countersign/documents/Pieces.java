package io.countersign.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The SHA-256 of each piece of a large file, so that any piece can be verified before one
 * byte of it is delivered.
 *
 * @param hashes one behind the other
 */
record Pieces(byte[] hashes) {

	/** What a reader holds in memory, and the least that is fetched. */
	static final int SIZE = 1 << 22;

	private static final int HASH = 32;

	/**
	 * @throws IOException when these bytes are not those that were taken from the wire
	 */
	static Pieces of(Spool spool) throws IOException {
		var whole = sha256();
		var hashes = new ByteArrayOutputStream();
		try (var stream = spool.open()) {
			for (var left = spool.size(); left > 0; left -= SIZE) {
				hashes.writeBytes(digest(stream, Math.min(SIZE, left), whole));
			}
		}
		if (!DocumentId.of(whole.digest()).equals(spool.id())) {
			throw new IOException("What is to be stored as %s has changed meanwhile".formatted(spool.id()));
		}
		return new Pieces(hashes.toByteArray());
	}

	private static byte[] digest(InputStream stream, long length, MessageDigest whole) throws IOException {
		var digest = sha256();
		var buffer = new byte[1 << 14];
		var left = length;
		while (left > 0) {
			var count = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
			if (count < 0) {
				break;
			}
			digest.update(buffer, 0, count);
			whole.update(buffer, 0, count);
			left -= count;
		}
		return digest.digest();
	}

	/**
	 * Answers whether these are the bytes that were stored as the piece of this number.
	 */
	boolean matches(int number, byte[] piece) {
		return Arrays.equals(sha256().digest(piece), 0, HASH, this.hashes, number * HASH, (number + 1) * HASH);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
