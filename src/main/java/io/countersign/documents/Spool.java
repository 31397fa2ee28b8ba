package io.countersign.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way in, hashed while they pass: in memory when they fit into one chunk,
 * in a temporary file otherwise.
 */
public final class Spool implements AutoCloseable {

	static final int CHUNK = 1 << 20;

	private final DocumentId id;

	private final long size;

	private final byte[] head;

	private final @Nullable Path file;

	private Spool(DocumentId id, long size, byte[] head, @Nullable Path file) {
		this.id = id;
		this.size = size;
		this.head = head;
		this.file = file;
	}

	public static Spool of(byte[] bytes) {
		var digest = sha256();
		return new Spool(id(digest.digest(bytes)), bytes.length, bytes, null);
	}

	/** Reads the stream to its end; the caller closes it. */
	public static Spool of(InputStream stream) throws IOException {
		var hashing = new DigestInputStream(stream, sha256());
		var head = hashing.readNBytes(CHUNK);
		if (head.length < CHUNK) {
			return new Spool(id(hashing.getMessageDigest().digest()), head.length, head, null);
		}
		var file = Files.createTempFile("countersign", ".spool");
		try (var out = Files.newOutputStream(file)) {
			out.write(head);
			var rest = hashing.transferTo(out);
			return new Spool(id(hashing.getMessageDigest().digest()), head.length + rest, head, file);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	public DocumentId id() {
		return this.id;
	}

	public long size() {
		return this.size;
	}

	public InputStream open() throws IOException {
		return (this.file != null) ? Files.newInputStream(this.file) : new ByteArrayInputStream(this.head);
	}

	boolean isOneChunk() {
		return this.file == null;
	}

	byte[] head() {
		return this.head;
	}

	@Override
	public void close() throws IOException {
		if (this.file != null) {
			Files.deleteIfExists(this.file);
		}
	}

	private static DocumentId id(byte[] digest) {
		return new DocumentId(HexFormat.of().formatHex(digest));
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
