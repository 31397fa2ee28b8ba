package io.countersign.documents.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection for one file. When its time is over it is closed, whatever waits. */
final class Conversation implements AutoCloseable {

	private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

	private static final int CHUNK = 1 << 16;

	private static final int LONGEST_ANSWER = 4_096;

	private final SocketChannel channel;

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private final ByteBuffer heard = ByteBuffer.allocate(512);

	private final Thread watch;

	private volatile boolean late;

	Conversation(ScannerAddress address, Duration timeout) throws ScannerUnavailable {
		try {
			this.channel = address.channel();
		}
		catch (IOException ex) {
			throw new ScannerUnavailable("The virus scanner cannot be reached.", ex);
		}
		this.watch = Thread.ofVirtual().start(() -> end(timeout));
	}

	boolean isLate() {
		return this.late;
	}

	void connect(ScannerAddress address) throws ScannerUnavailable {
		try {
			this.channel.connect(address.resolved());
		}
		catch (IOException | UnresolvedAddressException ex) {
			throw new ScannerUnavailable("The virus scanner cannot be reached.", ex);
		}
	}

	/**
	 * Answers false when the scanner has not waited for the end of the file: what it says
	 * is not about all of it.
	 */
	boolean send(InputStream content) throws IOException {
		var whole = write(ByteBuffer.wrap(COMMAND));
		var chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
		for (var length = CHUNK; whole && length > 0;) {
			length = content.readNBytes(chunk.array(), Integer.BYTES, CHUNK);
			chunk.clear().putInt(0, length).limit(Integer.BYTES + length);
			whole = (length > 0 || isSilent()) && write(chunk);
		}
		return whole;
	}

	/** All it says until it closes the connection. */
	String answer() throws ScannerUnavailable {
		try {
			while (hear() >= 0) {
				if (this.said.size() > LONGEST_ANSWER) {
					throw new ScannerUnavailable("The virus scanner says more than an answer.", null);
				}
			}
			return this.said.toString(StandardCharsets.ISO_8859_1);
		}
		catch (ScannerUnavailable ex) {
			throw ex;
		}
		catch (IOException ex) {
			// What it said before the connection broke counts, if it is whole.
			return this.said.toString(StandardCharsets.ISO_8859_1);
		}
	}

	private boolean isSilent() {
		try {
			this.channel.configureBlocking(false);
			var count = hear();
			this.channel.configureBlocking(true);
			return count == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private int hear() throws IOException {
		var count = this.channel.read(this.heard.clear());
		this.said.write(this.heard.array(), 0, this.heard.position());
		return count;
	}

	private boolean write(ByteBuffer bytes) {
		try {
			while (bytes.hasRemaining()) {
				this.channel.write(bytes);
			}
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void end(Duration timeout) {
		try {
			Thread.sleep(timeout);
			this.late = true;
			this.channel.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.watch.interrupt();
		this.channel.close();
	}

}
