package io.countersign.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way to the store: taken from the wire and hashed before any transaction
 * begins. What is large lies in a temporary file.
 */
public final class Spool implements AutoCloseable {

	static final int CHUNK = 1 << 20;

	private static final int BUFFER = 1 << 14;

	private final Document document;

	private final byte[] bytes;

	private final @Nullable Path file;

	private volatile @Nullable PreparedObject prepared;

	private Spool(Document document, byte[] bytes, @Nullable Path file) {
		this.document = document;
		this.bytes = bytes;
		this.file = file;
	}

	public static Spool of(byte[] bytes) {
		return new Spool(new Document(DocumentId.of(sha256().digest(bytes)), bytes.length), bytes, null);
	}

	/** Reads the stream to its end; the caller closes it. */
	public static Spool of(InputStream stream) throws IOException {
		return of(stream, CHUNK);
	}

	/**
	 * Reads the stream to its end; the caller closes it.
	 * @param memory the most bytes to hold in memory
	 */
	public static Spool of(InputStream stream, int memory) throws IOException {
		var most = Math.clamp(memory, 0, CHUNK);
		var head = stream.readNBytes(most + 1);
		return (head.length <= most) ? of(head) : toFile(head, stream);
	}

	private static Spool toFile(byte[] head, InputStream rest) throws IOException {
		var file = Files.createTempFile("spool", null);
		var complete = false;
		try (var out = Files.newOutputStream(file)) {
			var hash = sha256();
			hash.update(head);
			out.write(head);
			var size = head.length + copy(rest, out, hash);
			complete = true;
			return new Spool(new Document(DocumentId.of(hash.digest()), size), new byte[0], file);
		}
		finally {
			if (!complete) {
				Files.deleteIfExists(file);
			}
		}
	}

	private static long copy(InputStream in, OutputStream out, MessageDigest hash) throws IOException {
		var buffer = new byte[BUFFER];
		var total = 0L;
		for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
			hash.update(buffer, 0, count);
			out.write(buffer, 0, count);
			total += count;
		}
		return total;
	}

	public DocumentId id() {
		return this.document.id();
	}

	public long size() {
		return this.document.size();
	}

	Document document() {
		return this.document;
	}

	/** From the first byte, as often as wanted. */
	public InputStream open() throws IOException {
		return (this.file != null) ? new BufferedInputStream(Files.newInputStream(this.file), BUFFER)
				: new ByteArrayInputStream(this.bytes);
	}

	/** What of these bytes lies in memory until this is closed. */
	public int inMemory() {
		return this.bytes.length;
	}

	/**
	 * @throws IOException when these bytes are not those that were taken from the wire
	 */
	void verify() throws IOException {
		var hash = sha256();
		try (var stream = open(); var digested = new DigestInputStream(stream, hash)) {
			digested.transferTo(OutputStream.nullOutputStream());
		}
		if (!DocumentId.of(hash.digest()).equals(id())) {
			throw new IOException("What is to be stored as %s has changed meanwhile".formatted(id()));
		}
	}

	/** The object these bytes lie in already, encrypted. */
	@Nullable PreparedObject prepared() {
		return this.prepared;
	}

	void prepared(PreparedObject object) {
		this.prepared = object;
	}

	boolean isOneChunk() {
		return size() <= CHUNK;
	}

	@Override
	public void close() {
		if (this.file != null) {
			try {
				Files.deleteIfExists(this.file);
			}
			catch (IOException ex) {
				this.file.toFile().deleteOnExit();
			}
		}
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
