package io.countersign.connector.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** The line to an SMTP server, which can break at the worst moments. */
final class SmtpLine implements AutoCloseable {

	/** What happens to the next mail. */
	enum Fault {

		NONE,
		/** The server takes it, and nobody hears that it did. */
		TAKEN_AND_BROKEN_OFF,
		/** The line breaks before the server has the end of it. */
		BROKEN_OFF,
		/** The server says that it does not take it now. */
		NOT_NOW,
		/** The server says that it never takes it. */
		NEVER

	}

	private final ServerSocket door;

	private final int server;

	private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);

	SmtpLine(int server) {
		this.server = server;
		try {
			this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return this.door.getLocalPort();
	}

	void next(Fault fault) {
		this.fault.set(fault);
	}

	private void listen() {
		while (!this.door.isClosed()) {
			try {
				var client = this.door.accept();
				Thread.ofVirtual().start(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket client) {
		try (client; var connection = new Socket(InetAddress.getLoopbackAddress(), this.server)) {
			new Conversation(new End(client), new End(connection)).hold();
		}
		catch (IOException ex) {
			// One end has gone, and with it the conversation.
			return;
		}
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

	/** One of the two who talk; bytes are characters here. */
	private static final class End {

		private final BufferedReader in;

		private final OutputStream out;

		private End(Socket socket) throws IOException {
			this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
			this.out = socket.getOutputStream();
		}

		private String line() throws IOException {
			var line = this.in.readLine();
			if (line == null) {
				throw new IOException("It has hung up");
			}
			return line;
		}

		private void say(String lines) throws IOException {
			this.out.write((lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			this.out.flush();
		}

	}

	private final class Conversation {

		private final End client;

		private final End server;

		private Conversation(End client, End server) {
			this.client = client;
			this.server = server;
		}

		private void hold() throws IOException {
			this.client.say(reply());
			while (true) {
				var said = this.client.line();
				if (said.equalsIgnoreCase("DATA")) {
					if (!data(SmtpLine.this.fault.getAndSet(Fault.NONE))) {
						return;
					}
				}
				else {
					this.server.say(said);
					this.client.say(reply());
				}
			}
		}

		/** Answers false when the line has broken. */
		private boolean data(Fault fault) throws IOException {
			if (fault == Fault.NOT_NOW || fault == Fault.NEVER) {
				this.client.say((fault == Fault.NEVER) ? "554 5.7.1 Never" : "451 4.3.0 Not now");
				return true;
			}
			this.server.say("DATA");
			this.client.say(reply());
			for (var line = this.client.line(); !line.equals("."); line = this.client.line()) {
				this.server.say(line);
			}
			if (fault == Fault.BROKEN_OFF) {
				return false;
			}
			this.server.say(".");
			var reply = reply();
			if (fault == Fault.TAKEN_AND_BROKEN_OFF) {
				return false;
			}
			this.client.say(reply);
			return true;
		}

		/** All lines but the last have a hyphen behind the number. */
		private String reply() throws IOException {
			var lines = new StringBuilder(this.server.line());
			for (var last = lines.toString(); last.length() > 3 && last.charAt(3) == '-';) {
				last = this.server.line();
				lines.append("\r\n").append(last);
			}
			return lines.toString();
		}

	}

}
