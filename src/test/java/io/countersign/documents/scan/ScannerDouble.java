package io.countersign.documents.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens where a clamd would and behaves as a test says. It checks the framing of
 * clamd(8) and looks at the bytes as they come: into no archive and no mail.
 */
public final class ScannerDouble implements AutoCloseable {

	private static final int LARGEST_CHUNK = 1 << 20;

	private final ServerSocket door;

	private final AtomicInteger asked = new AtomicInteger();

	private volatile Habit habit = Habit.HONEST;

	/** How it answers. */
	public enum Habit {

		HONEST, HANGS, HANGS_BEFORE_THE_ANSWER, CLOSES_AT_ONCE, CLOSES_IN_MID_STREAM, SAYS_OK_IN_MID_STREAM,
		SAYS_SIZE_LIMIT_IN_MID_STREAM, SAYS_HALF, SAYS_TWO_THINGS, SAYS_GARBAGE, SAYS_NOTHING, SAYS_TOO_MUCH,
		SAYS_ERROR, SAYS_BEYOND_LIMITS, SAYS_OK_WITHOUT_AN_END

	}

	public ScannerDouble() {
		this(0);
	}

	/**
	 * @param port 0 for any that is free
	 */
	public ScannerDouble(int port) {
		try {
			this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::listen);
	}

	public String address() {
		return "tcp://%s:%d".formatted(this.door.getInetAddress().getHostAddress(), this.door.getLocalPort());
	}

	public int port() {
		return this.door.getLocalPort();
	}

	public void behaves(Habit habit) {
		this.habit = habit;
	}

	/** How many connections there have been. */
	public int asked() {
		return this.asked.get();
	}

	private void listen() {
		try {
			while (true) {
				var guest = this.door.accept();
				this.asked.incrementAndGet();
				Thread.ofVirtual().start(() -> serve(guest));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void serve(Socket guest) {
		try (guest; var in = new DataInputStream(guest.getInputStream())) {
			switch (this.habit) {
				case HANGS -> Thread.sleep(60_000);
				case CLOSES_AT_ONCE -> {
				}
				case CLOSES_IN_MID_STREAM -> in.readNBytes(40);
				case SAYS_OK_IN_MID_STREAM -> breakOff(guest, in, "stream: OK\0");
				case SAYS_SIZE_LIMIT_IN_MID_STREAM -> breakOff(guest, in, "INSTREAM size limit exceeded. ERROR\0");
				case HANGS_BEFORE_THE_ANSWER -> {
					whole(in);
					Thread.sleep(60_000);
				}
				default -> say(guest, answer(whole(in)));
			}
		}
		catch (IOException | InterruptedException ex) {
			// The guest has gone, or the test is over.
		}
	}

	/** Reads what is on its way after the answer, so that this is not lost with it. */
	private static void breakOff(Socket guest, DataInputStream in, String answer) throws IOException {
		in.readNBytes(40);
		say(guest, answer);
		guest.shutdownOutput();
		in.readNBytes(LARGEST_CHUNK);
	}

	private static void say(Socket guest, String answer) throws IOException {
		guest.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		guest.getOutputStream().flush();
	}

	private String answer(byte[] file) {
		var infected = new String(file, StandardCharsets.ISO_8859_1)
			.contains(new String(Eicar.bytes(), StandardCharsets.ISO_8859_1));
		var truth = infected ? "stream: %s FOUND\0".formatted(Eicar.NAME) : "stream: OK\0";
		return switch (this.habit) {
			case SAYS_HALF -> "stream: O";
			case SAYS_TWO_THINGS -> "stream: OK\0stream: OK\0";
			case SAYS_GARBAGE -> "\u0001\u00ff HTTP/1.1 200 OK\r\n\0";
			case SAYS_NOTHING -> "";
			case SAYS_TOO_MUCH -> "stream: OK" + " ".repeat(100_000) + "\0";
			case SAYS_ERROR -> "stream: Can't allocate memory ERROR\0";
			case SAYS_BEYOND_LIMITS -> "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0";
			case SAYS_OK_WITHOUT_AN_END -> "stream: OK";
			default -> truth;
		};
	}

	private static byte[] whole(DataInputStream in) throws IOException {
		if (!new String(in.readNBytes(10), StandardCharsets.ISO_8859_1).equals("zINSTREAM\0")) {
			throw new IOException("No command of clamd");
		}
		var file = new ByteArrayOutputStream();
		for (var length = in.readInt(); length != 0; length = in.readInt()) {
			if (length < 0 || length > LARGEST_CHUNK) {
				throw new IOException("Not the length of a chunk: " + length);
			}
			var chunk = new byte[length];
			in.readFully(chunk);
			file.writeBytes(chunk);
		}
		return file.toByteArray();
	}

	@Override
	public void close() {
		try {
			this.door.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
