package io.countersign.documents.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import com.google.common.io.ByteStreams;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * A stretch of what is sent, read anew for each attempt so that none of it lies in
 * memory.
 *
 * @param md5 the digest by which the server finds what was changed on the way
 */
record Part(Opening content, long from, long length, String md5) {

	private static final int BUFFER = 1 << 14;

	static Part of(Opening content, long from, long length) throws IOException {
		var digest = digest();
		try (var stream = stretch(content, from, length)) {
			var buffer = new byte[BUFFER];
			var total = 0L;
			for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
				digest.update(buffer, 0, count);
				total += count;
			}
			if (total != length) {
				throw new IOException("What is to be stored ends %d bytes early.".formatted(length - total));
			}
		}
		return new Part(content, from, length, Base64.getEncoder().encodeToString(digest.digest()));
	}

	RequestBody body() {
		return RequestBody.fromContentProvider(this::open, this.length, "application/octet-stream");
	}

	private InputStream open() {
		try {
			return stretch(this.content, this.from, this.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream stretch(Opening content, long from, long length) throws IOException {
		var stream = content.open();
		stream.skipNBytes(from);
		return ByteStreams.limit(stream, length);
	}

	/** The one digest that every S3 server verifies (RFC 1864). */
	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("MD5");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
