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

/**
 * Speaks INSTREAM as clamd(8) has it, each file on a connection of its own. A verdict
 * counts only when the scanner was given the whole file and answered in one whole line:
 * all else is no answer.
 */
public final class Clamd {

	private static final int CHUNK = 1 << 16;

	private static final int LONGEST_ANSWER = 4_096;

	private static final int LONGEST_NAME = 100;

	private static final String COMMAND = "zINSTREAM\0";

	private static final String SUBJECT = "stream: ";

	private static final String FOUND = " FOUND";

	/** What clamd calls a file it did not look through, with AlertExceedsMax. */
	private static final String BEYOND_ITS_LIMITS = "Heuristics.Limits.Exceeded";

	private final ScannerAddress address;

	private final Duration timeout;

	/**
	 * @param timeout for one file, from the connection to the answer
	 */
	public Clamd(ScannerAddress address, Duration timeout) {
		this.address = address;
		this.timeout = timeout;
	}

	/**
	 * @param content read to its end as far as the scanner takes it, not closed
	 * @throws ScannerUnavailable when there is no answer to rely on
	 */
	public ScanResult scan(InputStream content) throws IOException {
		try (var channel = this.address.channel();
				var deadline = new Deadline(channel, this.timeout)) {
			return scan(channel, content, deadline);
		}
	}

	private ScanResult scan(SocketChannel channel, InputStream content, Deadline deadline) throws IOException {
		try {
			connect(channel);
			var whole = send(channel, content);
			return result(answer(channel), whole);
		}
		catch (ScannerUnavailable ex) {
			throw deadline.hasPassed() ? tooLate(ex) : ex;
		}
	}

	private void connect(SocketChannel channel) throws ScannerUnavailable {
		try {
			channel.connect(this.address.resolved());
		}
		catch (IOException | UnresolvedAddressException ex) {
			throw new ScannerUnavailable("The virus scanner cannot be reached.", ex);
		}
	}

	/**
	 * Answers false when the scanner wants no more of it: then it has something to say.
	 */
	private static boolean send(SocketChannel channel, InputStream content) throws IOException {
		if (!write(channel, ByteBuffer.wrap(COMMAND.getBytes(StandardCharsets.US_ASCII)))) {
			return false;
		}
		var chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
		int length;
		do {
			length = content.readNBytes(chunk.array(), Integer.BYTES, CHUNK);
			chunk.clear().putInt(0, length).limit(Integer.BYTES + length);
			if (!write(channel, chunk)) {
				return false;
			}
		}
		while (length > 0);
		return true;
	}

	private static boolean write(SocketChannel channel, ByteBuffer bytes) {
		try {
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	private static String answer(SocketChannel channel) throws ScannerUnavailable {
		var answer = new ByteArrayOutputStream();
		var buffer = ByteBuffer.allocate(512);
		try {
			while (channel.read(buffer.clear()) >= 0) {
				answer.write(buffer.array(), 0, buffer.position());
				if (answer.size() > LONGEST_ANSWER) {
					throw new ScannerUnavailable("The virus scanner says more than an answer.", null);
				}
			}
			return answer.toString(StandardCharsets.ISO_8859_1);
		}
		catch (ScannerUnavailable ex) {
			throw ex;
		}
		catch (IOException ex) {
			// What it said before it broke off the connection counts, if it is whole.
			return answer.toString(StandardCharsets.ISO_8859_1);
		}
	}

	private static ScanResult result(String answer, boolean whole) throws ScannerUnavailable {
		var line = (answer.indexOf('\0') == answer.length() - 1) ? answer.replace("\0", "") : "";
		if (line.equals("INSTREAM size limit exceeded. ERROR")) {
			return new ScanResult.TooLarge();
		}
		if (line.startsWith(SUBJECT) && line.endsWith(FOUND) && line.length() > SUBJECT.length() + FOUND.length()) {
			return found(line.substring(SUBJECT.length(), line.length() - FOUND.length()));
		}
		if (whole && line.equals(SUBJECT + "OK")) {
			return new ScanResult.Clean();
		}
		throw new ScannerUnavailable("The virus scanner gave no whole answer.", null);
	}

	private static ScanResult found(String name) {
		var shown = name.replaceAll("[^ -~]", "?");
		return name.startsWith(BEYOND_ITS_LIMITS) ? new ScanResult.TooLarge()
				: new ScanResult.Infected(shown.substring(0, Math.min(LONGEST_NAME, shown.length())));
	}

	private ScannerUnavailable tooLate(Exception cause) {
		return new ScannerUnavailable(
				"The virus scanner took longer than %d seconds.".formatted(this.timeout.toSeconds()), cause);
	}

	/** Closes the connection when its time is over: no read or write waits longer. */
	private static final class Deadline implements AutoCloseable {

		private final Thread watch;

		private volatile boolean passed;

		private Deadline(SocketChannel channel, Duration timeout) {
			this.watch = Thread.ofVirtual().start(() -> {
				try {
					Thread.sleep(timeout);
					this.passed = true;
					channel.close();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}

		private boolean hasPassed() {
			return this.passed;
		}

		@Override
		public void close() {
			this.watch.interrupt();
		}

	}

}
